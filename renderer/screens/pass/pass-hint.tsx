/**
 * Said at the start, in each language of the venue: whoever has a pass need not touch anything.
 * Runs in the face.
 */
import { useFace } from '../../components/face-context.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { spokenLanguages } from '../../i18n/languages.ts';
import { passWordsOf } from './pass-words.ts';

/** Shows the words with the corners of a QR code. */
export function PassHint() {
  const languages = spokenLanguages(useFace().store.description.value?.languages ?? []);
  return (
    <div class="pass-hint">
      <Icon size="1.6em">
        <path d="M3.5 3.5h6v6h-6zM14.5 3.5h6v6h-6zM3.5 14.5h6v6h-6z" />
        <path d="M14.5 14.5h2v2h-2zM20.5 14.5v2M14.5 20.5h2M20.5 20.5h0" />
      </Icon>
      <div>
        {languages.map(({ locale }) => (
          <p key={locale} lang={locale}>
            {passWordsOf(locale).hint}
          </p>
        ))}
      </div>
    </div>
  );
}
