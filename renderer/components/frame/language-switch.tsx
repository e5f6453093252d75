/**
 * Another language at any moment; everything typed stays.
 * Runs in the face.
 */
import { spokenLanguages } from '../../i18n/languages.ts';
import { Button } from '../controls/button.tsx';
import { useFace, useSpeech } from '../face-context.ts';

/** Shows each language in its own script; nothing where there is only one. */
export function LanguageSwitch() {
  const { store } = useFace();
  const { say, locale } = useSpeech();
  const languages = spokenLanguages(store.description.value?.languages ?? []);
  if (languages.length < 2) {
    return null;
  }
  return (
    <fieldset class="languages" aria-label={say('common.language')}>
      {languages.map((language) => (
        <Button
          key={language.locale}
          lang={language.locale}
          pressed={language.locale === locale}
          onPress={() => store.send({ type: 'speak', locale: language.locale })}
        >
          {language.name}
        </Button>
      ))}
    </fieldset>
  );
}
