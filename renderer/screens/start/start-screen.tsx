/**
 * The start: the venue, the time, "Touch to begin" in each language in turn, and the languages as large buttons.
 * Runs in the face.
 */
import type { KioskDescription } from '../../../main/contract/public.ts';
import { Button } from '../../components/controls/button.tsx';
import { Heading } from '../../components/controls/heading.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { PraveshMark } from '../../components/icons/pravesh-mark.tsx';
import { type Language, spokenLanguages } from '../../i18n/languages.ts';
import './start.css';
import { WallClock } from './wall-clock.tsx';

/** How long "Touch to begin" stays in one language, in milliseconds. */
const turnMs = 3000;

/** So many languages have room for "Touch to begin" below one another, and for huge buttons. */
const fewLanguages = 4;

/** Which language's turn it is. */
export function turnOf(languages: readonly Language[], now: number): Language | undefined {
  return languages[Math.floor(now / turnMs) % languages.length];
}

/** Shows the start. */
export function StartScreen({ description }: { readonly description: KioskDescription }) {
  const { store, passes } = useFace();
  const PassHint = passes.value?.PassHint;
  const { say, locale } = useSpeech();
  const languages = spokenLanguages(description.languages);
  const { mark, picture, welcome } = description.display;
  const greeting = welcome?.[locale] ?? welcome?.en;
  const begin = (language: Language['locale']) => store.send({ type: 'begin', locale: language });
  return (
    <section
      class={`screen start ${picture === undefined ? '' : 'start-pictured'} ${languages.length > fewLanguages ? 'start-many' : ''}`}
    >
      {picture === undefined ? null : <img class="start-picture" src={picture} alt="" />}
      <div class="start-venue">
        <span class="start-mark">
          {mark === undefined ? <PraveshMark size="1em" /> : <img class="start-own-mark" src={mark} alt="" />}
        </span>
        <Heading>{description.site.name}</Heading>
        {greeting === undefined ? null : <p class="start-welcome">{greeting}</p>}
        <WallClock timezone={description.site.timezone} />
      </div>
      {store.state.value.service.state === 'impaired' ? (
        <p class="start-impaired" role="status">
          {say('begin.impaired')}
        </p>
      ) : null}
      <button type="button" class="start-begin" onClick={() => begin(locale)}>
        <BeginWords languages={languages} />
      </button>
      {PassHint === undefined ? null : <PassHint />}
      <fieldset class="start-languages" aria-label={say('begin.languages')}>
        {languages.map((language) => (
          <Button key={language.locale} size="huge" lang={language.locale} onPress={() => begin(language.locale)}>
            {language.name}
          </Button>
        ))}
      </fieldset>
    </section>
  );
}

/** The words of all languages in one place; each has its turn, and all of them stand still where motion is unwanted. */
function BeginWords({ languages }: { readonly languages: readonly Language[] }) {
  const shown = turnOf(languages, useFace().store.now.value);
  return (
    <>
      {languages.map((language) => (
        <span
          key={language.locale}
          lang={language.locale}
          class={language === shown ? 'start-words start-words-shown' : 'start-words'}
        >
          {language.begin}
        </span>
      ))}
    </>
  );
}
