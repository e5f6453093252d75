/** An audio output that writes down what it is told to play. */
import type { AudioOutput, SoundGain, SoundNode, SoundSource } from '../../../renderer/sounds/audio-output.ts';

/** One wave as it was scheduled, in hertz and seconds. */
export interface PlayedWave {
  hertz: number;
  start: number;
  stop: number;
  /** Where its gain led to; undefined when it was connected to nothing. */
  heard: boolean;
}

export class FakeAudio implements AudioOutput {
  currentTime = 10;
  state: string;
  resumed = 0;
  /** Whether `resume` is granted. */
  touched = true;
  readonly waves: PlayedWave[] = [];
  /** Every value that a gain was given, in order. */
  readonly gains: number[] = [];
  readonly destination: SoundNode = { connect: () => undefined };
  readonly #outputs = new Map<SoundNode, SoundNode>();

  constructor(state = 'running') {
    this.state = state;
  }

  createGain(): SoundGain {
    const { gains } = this;
    const gain: SoundGain = {
      gain: {
        setValueAtTime: (value) => gains.push(value),
        linearRampToValueAtTime: (value) => gains.push(value),
        exponentialRampToValueAtTime: (value) => gains.push(value),
      },
      connect: (next) => this.#outputs.set(gain, next),
    };
    return gain;
  }

  createOscillator(): SoundSource {
    const wave: PlayedWave = { hertz: 0, start: 0, stop: 0, heard: false };
    this.waves.push(wave);
    const source: SoundSource = {
      frequency: {
        setValueAtTime: (value) => {
          wave.hertz = value;
        },
        linearRampToValueAtTime: () => undefined,
        exponentialRampToValueAtTime: () => undefined,
      },
      connect: (next) => this.#outputs.set(source, next),
      start: (seconds) => {
        wave.start = seconds;
        wave.heard = this.#reachesDestination(source);
      },
      stop: (seconds) => {
        wave.stop = seconds;
      },
    };
    return source;
  }

  async resume(): Promise<void> {
    this.resumed += 1;
    if (!this.touched) {
      throw new Error('not allowed before a touch');
    }
    this.state = 'running';
  }

  #reachesDestination(from: SoundNode): boolean {
    let node: SoundNode | undefined = from;
    while (node !== undefined && node !== this.destination) {
      node = this.#outputs.get(node);
    }
    return node === this.destination;
  }
}
