/**
 * Why somebody is here; only where the venue has more than one purpose.
 * Runs in the face.
 */
import type { KioskDescription, Locale } from '../../../main/contract/public.ts';
import { Button } from '../../components/controls/button.tsx';
import { Heading } from '../../components/controls/heading.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import type { Say } from '../../i18n/catalog.ts';
import './purpose.css';

/** Words of our own for purposes that many venues have. */
const known = { visitor: 'purpose.visitor', employee: 'purpose.employee', passenger: 'purpose.passenger' } as const;

function isKnown(purpose: string): purpose is keyof typeof known {
  return Object.hasOwn(known, purpose);
}

/** How a purpose is called: the venue's words in this language, ours, the venue's in any, or its bare name. */
export function purposeLabel(
  purpose: string,
  labels: KioskDescription['purposeLabels'],
  locale: Locale,
  say: Say,
): string {
  const own = labels[purpose];
  const ours = isKnown(purpose) ? say(known[purpose]) : undefined;
  return own?.[locale] ?? ours ?? own?.en ?? Object.values(own ?? {})[0] ?? purpose;
}

/** Shows the purposes as large buttons. */
export function PurposeScreen({ description }: { readonly description: KioskDescription }) {
  const { store } = useFace();
  const { say, locale } = useSpeech();
  return (
    <section class="screen purpose">
      <Heading>{say('purpose.title')}</Heading>
      <div class={description.purposes.length > 4 ? 'purpose-choices purpose-many' : 'purpose-choices'}>
        {description.purposes.map((purpose) => (
          <Button key={purpose} size="huge" onPress={() => store.send({ type: 'choose-purpose', purpose })}>
            {purposeLabel(purpose, description.purposeLabels, locale, say)}
          </Button>
        ))}
      </div>
    </section>
  );
}
