/**
 * The part of the Web Audio interface that the sounds use; an `AudioContext` is one.
 * Runs in the faces.
 */

export interface SoundNode {
  connect(next: SoundNode): unknown;
}

export interface SoundParameter {
  setValueAtTime(value: number, seconds: number): unknown;
  linearRampToValueAtTime(value: number, seconds: number): unknown;
  exponentialRampToValueAtTime(value: number, seconds: number): unknown;
}

export interface SoundSource extends SoundNode {
  readonly frequency: SoundParameter;
  start(seconds: number): void;
  stop(seconds: number): void;
}

export interface SoundGain extends SoundNode {
  readonly gain: SoundParameter;
}

export interface AudioOutput {
  /** Seconds since it was opened. */
  readonly currentTime: number;
  /** `running`, or `suspended` until the page was touched. */
  readonly state: string;
  readonly destination: SoundNode;
  createOscillator(): SoundSource;
  createGain(): SoundGain;
  resume(): Promise<void>;
}
