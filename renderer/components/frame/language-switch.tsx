/**
 * Another language at any moment; everything typed stays.
 * Runs in the face.
 */
import { useState } from 'preact/hooks';
import { type Language, spokenLanguages } from '../../i18n/languages.ts';
import { Button } from '../controls/button.tsx';
import { useFace, useSpeech } from '../face-context.ts';
import { LanguageIcon } from '../icons/icons.tsx';

/** So many languages have room in the bar beside each other. */
const mostInBar = 3;

/** Shows each language in its own script, behind one button where there are many; nothing where there is only one. */
export function LanguageSwitch() {
  const languages = spokenLanguages(useFace().store.description.value?.languages ?? []);
  if (languages.length < 2) {
    return null;
  }
  return languages.length > mostInBar ? (
    <LanguageMenu languages={languages} />
  ) : (
    <LanguageChoice languages={languages} onChosen={() => {}} />
  );
}

function LanguageMenu({ languages }: { readonly languages: readonly Language[] }) {
  const { say, locale } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div class="language-menu">
      <Button weight="quiet" icon={<LanguageIcon />} expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {say('common.language')}
      </Button>
      {isOpen ? (
        <div class="language-sheet">
          <LanguageChoice key={locale} languages={languages} onChosen={close} />
        </div>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly languages: readonly Language[];
  onChosen(): void;
}

function LanguageChoice({ languages, onChosen }: ChoiceProps) {
  const { store } = useFace();
  const { say, locale } = useSpeech();
  return (
    <fieldset class="languages" aria-label={say('common.language')}>
      {languages.map((language) => (
        <Button
          key={language.locale}
          lang={language.locale}
          pressed={language.locale === locale}
          onPress={() => {
            store.send({ type: 'speak', locale: language.locale });
            onChosen();
          }}
        >
          {language.name}
        </Button>
      ))}
    </fieldset>
  );
}
