/**
 * What a visitor hears, as notes: one short figure for each thing that is told, so that who cannot see the screen well
 * knows it too. Rising is yes, level is "please see a person", falling is no; the others ask for attention.
 * Runs in the faces.
 */

/** What is told by a sound: the three decisions, a fault, "are you still there?", and a problem with what was typed. */
export type Cue = 'admitted' | 'referred' | 'refused' | 'fault' | 'attention' | 'problem';

/** One note: its pitch in hertz, when it begins and how long it rings in milliseconds, and how loud it is (0 to 1). */
export interface Note {
  readonly hertz: number;
  readonly atMs: number;
  readonly lengthMs: number;
  readonly loudness: number;
}

function note(hertz: number, atMs: number, lengthMs: number, loudness = 1): Note {
  return { hertz, atMs, lengthMs, loudness };
}

/** Pitches of the equal-tempered scale, in hertz. */
const a3 = 220;
const d4 = 293.66;
const e4 = 329.63;
const g4 = 392;
const c5 = 523.25;
const e5 = 659.25;
const g5 = 783.99;

export const chimes: Readonly<Record<Cue, readonly Note[]>> = {
  admitted: [note(c5, 0, 260), note(g5, 150, 620)],
  referred: [note(g4, 0, 380, 0.85), note(g4, 320, 520, 0.85)],
  refused: [note(e4, 0, 340), note(a3, 240, 640)],
  // Neither yes nor no: three low notes that end where they began.
  fault: [note(d4, 0, 220, 0.9), note(a3, 200, 220, 0.9), note(d4, 400, 420, 0.9)],
  // A door bell, twice, for who has turned away.
  attention: [note(e5, 0, 420), note(c5, 260, 520), note(e5, 1000, 420), note(c5, 1260, 620)],
  problem: [note(d4, 0, 200, 0.7)],
};
