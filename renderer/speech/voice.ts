/**
 * Which of the machine's voices speaks a language. Only voices of this machine count: any other sends the words of the
 * screen to somebody else.
 * Runs in the face. Pure.
 */

/** What is asked of a voice; a `SpeechSynthesisVoice` is one. */
export interface Voice {
  /** BCP 47; some systems write `hi_IN`. */
  readonly lang: string;
  readonly localService: boolean;
  readonly name: string;
}

/**
 * The voice for a language: the one of India before any other, and a plain one before its variants (eSpeak NG has a
 * hundred of each language, and calls them `Hindi+Annie`); undefined where the machine has none.
 */
export function findVoice<V extends Voice>(voices: readonly V[], locale: string): V | undefined {
  const tagOf = ({ lang }: Voice) => lang.toLowerCase().replaceAll('_', '-');
  const own = voices.filter((voice) => voice.localService && tagOf(voice).split('-')[0] === locale);
  const ofIndia = own.filter((voice) => tagOf(voice) === `${locale}-in`);
  const best = ofIndia.length > 0 ? ofIndia : own;
  return best.find(({ name }) => !name.includes('+')) ?? best[0];
}
