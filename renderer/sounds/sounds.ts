/**
 * Plays the chimes through Web Audio, made from sine waves: no file is loaded.
 * Runs in the faces.
 */
import type { AudioOutput, SoundNode } from './audio-output.ts';
import { type Cue, chimes, type Note } from './chimes.ts';

export interface Sounds {
  /** Begins the chime and returns at once. Silent before the first touch and where there is no audio. */
  play(cue: Cue): void;
  /** Stops waiting for touches. */
  close(): void;
}

export interface SoundOptions {
  /** Where the first touch is waited for: browsers give no sound to a page that nobody has touched. */
  readonly page: EventTarget;
  /** 0 (silent) to 1, as a person hears it, asked before each sound; 0.6 unless given. */
  readonly volume?: () => number;
  /** Opens the audio; throws where there is none. */
  readonly openAudio?: () => AudioOutput;
}

/** What counts as a touch for browsers. */
const touches = ['pointerdown', 'pointerup', 'keydown'] as const;

/** Builds the sounds of a face; the audio device is opened at the first touch. */
export function createSounds({ page, volume = () => 0.6, openAudio = () => new AudioContext() }: SoundOptions): Sounds {
  let output: AudioOutput | undefined;
  const end = new AbortController();
  const wake = () => {
    try {
      output ??= openAudio();
    } catch {
      // No audio on this machine: every sound is doubled by words and colour.
      end.abort();
      return;
    }
    if (output.state !== 'running') {
      // Refused while the browser does not count the touch; the next one tries again.
      output.resume().catch(() => undefined);
    }
  };
  for (const touch of touches) {
    page.addEventListener(touch, wake, { signal: end.signal, capture: true });
  }
  return {
    play(cue) {
      // A sound that comes late would tell of another visit: without running audio it is left out.
      const loudness = volume();
      if (loudness > 0 && output?.state === 'running') {
        ring(output, chimes[cue], loudness);
      }
    },
    close: () => end.abort(),
  };
}

/** The overtones of a note, as a soft bell has them: multiple of the pitch, loudness, and part of the note's length. */
const partials = [
  { multiple: 1, loudness: 1, length: 1 },
  { multiple: 2, loudness: 0.22, length: 0.6 },
  { multiple: 3, loudness: 0.07, length: 0.35 },
] as const;

/** Highest amplitude at full volume: two notes that overlap stay below clipping. */
const ceiling = 0.35;
const attackSeconds = 0.012;
/** What an ear takes for silence; an exponential fall cannot reach zero. */
const silence = 0.0001;

function ring(output: AudioOutput, notes: readonly Note[], volume: number): void {
  const begin = output.currentTime + 0.02;
  const master = output.createGain();
  // Loudness is heard as about the square root of power: squaring makes the setting feel even.
  master.gain.setValueAtTime(ceiling * Math.min(volume, 1) ** 2, begin);
  master.connect(output.destination);
  for (const note of notes) {
    for (const { multiple, loudness, length } of partials) {
      const at = begin + note.atMs / 1000;
      strike(output, master, {
        hertz: note.hertz * multiple,
        at,
        until: at + (note.lengthMs / 1000) * length,
        peak: note.loudness * loudness,
      });
    }
  }
}

interface Tone {
  readonly hertz: number;
  /** Seconds on the output's clock. */
  readonly at: number;
  readonly until: number;
  readonly peak: number;
}

/** One sine wave that rises quickly and dies away. */
function strike(output: AudioOutput, into: SoundNode, tone: Tone): void {
  const source = output.createOscillator();
  const envelope = output.createGain();
  source.frequency.setValueAtTime(tone.hertz, tone.at);
  envelope.gain.setValueAtTime(silence, tone.at);
  envelope.gain.linearRampToValueAtTime(tone.peak, tone.at + attackSeconds);
  envelope.gain.exponentialRampToValueAtTime(silence, tone.until);
  source.connect(envelope);
  envelope.connect(into);
  source.start(tone.at);
  source.stop(tone.until);
}
