/**
 * Says lines one after the other with the voices of this machine.
 * Runs in the face.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Locale } from '../../main/contract/public.ts';
import type { FaceClock } from '../store/clock.ts';
import type { Line } from './lines.ts';
import { findVoice } from './voice.ts';

/** The part of the Web Speech API that is used (`window.speechSynthesis`). */
export type Synthesis = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel' | 'resume'>;

export interface MouthParts {
  readonly synthesis: Synthesis | undefined;
  readonly clock: Pick<FaceClock, 'after'>;
  /** Called after each line: whoever listens is there. */
  onLine(): void;
  /** The language of the visitor: of another one, as the names of languages are written in, no voice is missed. */
  lang(): Locale;
  /** Called once it is known whether there is a voice for the visitor's language, and when that changes. */
  onVoice(lang: Locale, speaks: boolean): void;
}

export interface Mouth {
  /** False when no voice of this machine speaks the visitor's language. */
  readonly hasVoice: ReadonlySignal<boolean>;
  /** 0 to 1. */
  readonly volume: ReadonlySignal<number>;
  /** Says the lines: `now` instead of what is being said, otherwise after it. */
  readonly say: (lines: readonly Line[], when: 'now' | 'after') => void;
  readonly stop: () => void;
  /** One step louder (1) or quieter (-1); what is being said begins its line again, so that it is heard at once. */
  readonly turnVolume: (by: 1 | -1) => void;
}

/** Steps of the volume; each visitor begins in the middle. */
const steps = [0.25, 0.45, 0.7, 0.85, 1] as const;
const usualStep = 2;
/** The ends of the steps. */
export const quietest = steps[0];
export const loudest = steps[4];

/** A voice that has not said when it is through is not waited for longer: this much for each sign, and some more. */
const longestMs = (text: string) => 5_000 + text.length * 200;

/** Voices come some time after the page. */
const voicesMs = 250;
const voicesTries = 8;

/** Builds it; nothing is said yet. */
export function createMouth({ synthesis, clock, lang, onLine, onVoice }: MouthParts): Mouth {
  const hasVoice = signal(true);
  let step: number = usualStep;
  const volume = signal<number>(steps[usualStep]);
  let waiting: readonly Line[] = [];
  let current: Line | undefined;
  // What an utterance tells after another one has taken its place means nothing.
  let turn = 0;
  let cancelTimer = () => {};

  // A system may have thousands of voices: each language looks for its own once.
  const found = new Map<Locale, SpeechSynthesisVoice>();
  const voiceOf = (wanted: Locale, voices: () => readonly SpeechSynthesisVoice[]) => {
    const voice = found.get(wanted) ?? findVoice(voices(), wanted);
    if (voice !== undefined) {
      found.set(wanted, voice);
    }
    return voice;
  };

  const known = new Map<Locale, boolean>();
  const tellVoice = (wanted: Locale, speaks: boolean) => {
    if (wanted !== lang()) {
      return;
    }
    hasVoice.value = speaks;
    if (known.get(wanted) !== speaks) {
      known.set(wanted, speaks);
      onVoice(wanted, speaks);
    }
  };

  const next = (tries = 0): void => {
    const mine = ++turn;
    cancelTimer();
    const [line, ...rest] = waiting;
    current = line;
    if (line === undefined) {
      return;
    }
    if (synthesis === undefined) {
      tellVoice(line.lang, false);
      waiting = [];
      current = undefined;
      return;
    }
    waiting = rest;
    const voice = voiceOf(line.lang, () => synthesis.getVoices());
    if (voice === undefined && tries < voicesTries && synthesis.getVoices().length === 0) {
      cancelTimer = clock.after(voicesMs, () => {
        waiting = [line, ...waiting];
        next(tries + 1);
      });
      return;
    }
    if (voice === undefined) {
      tellVoice(line.lang, false);
      next();
      return;
    }
    tellVoice(line.lang, true);
    const utterance = new SpeechSynthesisUtterance(line.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = volume.peek();
    const over = () => {
      if (turn === mine) {
        onLine();
        next();
      }
    };
    utterance.onend = over;
    utterance.onerror = over;
    cancelTimer = clock.after(longestMs(line.text), () => {
      // Its end was not told, so it may still hold the others up.
      synthesis.cancel();
      over();
    });
    synthesis.speak(utterance);
    // Some systems begin paused.
    synthesis.resume();
  };
  const hush = (): void => {
    turn += 1;
    cancelTimer();
    current = undefined;
    waiting = [];
    synthesis?.cancel();
  };
  return {
    hasVoice,
    volume,
    say(lines, when) {
      if (when === 'now') {
        hush();
      }
      waiting = [...waiting, ...lines];
      if (current === undefined) {
        next();
      }
    },
    stop: hush,
    turnVolume(by) {
      step = Math.min(Math.max(step + by, 0), steps.length - 1);
      volume.value = steps[step] ?? loudest;
      if (current !== undefined) {
        const again = [current, ...waiting];
        hush();
        waiting = again;
        next();
      }
    },
  };
}
