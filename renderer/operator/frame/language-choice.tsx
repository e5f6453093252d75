/**
 * The language of the desk, each in its own script.
 * Runs in the operator face.
 */
import { LanguageIcon } from '../../components/icons/icons.tsx';
import { useDeskLocale } from '../locale.ts';
import { type DeskLocale, deskLocales, useWords } from '../words.ts';
import { frameWords } from './words.ts';

const names = { en: 'English', hi: 'हिन्दी' } as const satisfies Record<DeskLocale, string>;

/** Shows the other languages as buttons. */
export function LanguageChoice({ onSpeak }: { readonly onSpeak: (locale: DeskLocale) => void }) {
  const say = useWords(frameWords);
  const locale = useDeskLocale();
  return (
    <fieldset class="tongues" aria-label={say('language')}>
      <LanguageIcon />
      {deskLocales.map((one) => (
        <button
          key={one}
          type="button"
          class="tongue"
          lang={one}
          aria-pressed={one === locale}
          onClick={() => onSpeak(one)}
        >
          {names[one]}
        </button>
      ))}
    </fieldset>
  );
}
