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
}

/** The voice for a language: the one of India before any other; undefined where the machine has none. */
export function findVoice<V extends Voice>(voices: readonly V[], locale: string): V | undefined {
  const tagOf = ({ lang }: Voice) => lang.toLowerCase().replaceAll('_', '-');
  const own = voices.filter((voice) => voice.localService && tagOf(voice).split('-')[0] === locale);
  return own.find((voice) => tagOf(voice) === `${locale}-in`) ?? own[0];
}
