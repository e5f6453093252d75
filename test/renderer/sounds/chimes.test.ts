/** That the chimes can be told apart, and stay short and in the range that small loudspeakers carry. */
import { describe, expect, it } from 'vitest';
import { type Cue, chimes } from '../../../renderer/sounds/chimes.ts';

const cues = Object.keys(chimes).filter((name): name is Cue => name in chimes);

function pitches(cue: Cue): number[] {
  return chimes[cue].map((note) => note.hertz);
}

describe('the chimes', () => {
  it('rise for admitted, stay for referred, fall for refused', () => {
    const [low = 0, high = 0] = pitches('admitted');
    expect(high).toBeGreaterThan(low);
    expect(new Set(pitches('referred')).size).toBe(1);
    expect(pitches('referred')).toHaveLength(2);
    const [from = 0, to = 0] = pitches('refused');
    expect(to).toBeLessThan(from);
  });

  it('give a fault a figure of its own', () => {
    for (const other of cues.filter((cue) => cue !== 'fault')) {
      expect(chimes.fault).not.toEqual(chimes[other]);
    }
    expect(chimes.fault).toHaveLength(3);
  });

  it.each(cues)('%s is short and can be heard', (cue) => {
    const end = Math.max(...chimes[cue].map((note) => note.atMs + note.lengthMs));
    expect(end).toBeLessThanOrEqual(2000);
    for (const note of chimes[cue]) {
      expect(note.hertz).toBeGreaterThanOrEqual(200);
      expect(note.hertz).toBeLessThanOrEqual(4000);
      expect(note.loudness).toBeGreaterThan(0);
      expect(note.loudness).toBeLessThanOrEqual(1);
    }
  });
});
