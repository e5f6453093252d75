/** A reader is told from a hand by what it types and how fast, whatever the machine's own layout is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KeyDown,
  type KeyVerdict,
  readerPauseMs,
  watchKeys,
} from '../../../../renderer/screens/pass/reader-keys.ts';

const token = `eyJ${'aZ09-_'.repeat(20)}.eyJ${'b'.repeat(60)}.${'Q_-'.repeat(20)}`;

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false };

/** The keys that give a text, the shift key before each that needs it. */
function keysOf(text: string): KeyDown[] {
  return Array.from(text).flatMap((character) => {
    const shiftKey = /[A-Z_]/.test(character);
    const code = /[A-Za-z]/.test(character)
      ? `Key${character.toUpperCase()}`
      : /[0-9]/.test(character)
        ? `Digit${character}`
        : character === '.'
          ? 'Period'
          : 'Minus';
    const key = { ...plain, code, shiftKey };
    return shiftKey ? [{ ...plain, code: 'ShiftLeft', shiftKey }, key] : [key];
  });
}

const enter: KeyDown = { ...plain, code: 'Enter' };

/** Types keys with a pause before each, and answers the verdicts. */
function type(keys: readonly KeyDown[], pauseMs: number, watch = start()): KeyVerdict[] {
  return keys.map((key) => {
    watch.clock.now += pauseMs;
    return watch.judge(key);
  });
}

function start() {
  const clock = { now: 0 };
  return { clock, judge: watchKeys(() => clock.now) };
}

describe('a reader', () => {
  it.each([0, 5, readerPauseMs])(
    'is understood at %i ms a key, and keeps all but its first keys from the page',
    (pause) => {
      // The shift key goes down with its letter.
      const keys = keysOf(token).filter(({ code }) => code !== 'ShiftLeft');
      const verdicts = type([...keys, enter], pause);
      expect(verdicts.at(-1)).toEqual({ token });
      expect(verdicts.slice(0, 3)).toEqual(['leave', 'leave', 'leave']);
      expect(new Set(verdicts.slice(3, -1))).toEqual(new Set(['swallow']));
    },
  );

  it('is understood with its shift keys, twice in a row, and right after a key of somebody', () => {
    const watch = start();
    for (const keys of [keysOf(`x${token}`), keysOf(token), keysOf(`eye${token}`)]) {
      expect(type([...keys, enter], 1, watch).at(-1)).toEqual({ token });
    }
  });

  it('that stops half-way has read nothing, and its Enter presses nothing', () => {
    expect(type([...keysOf(token.slice(0, 50)), enter], 1).at(-1)).toBe('swallow');
    const watch = start();
    type(keysOf(token), 1, watch);
    expect(type([enter], readerPauseMs + 1, watch)).toEqual(['leave']);
  });

  it('that types without end is not remembered without end', () => {
    const verdicts = type([...keysOf(`eyJ${'a'.repeat(5_000)}`), enter], 1);
    const last = verdicts.at(-1);
    expect(typeof last === 'object' ? last.token.length : 0).toBe(2_001);
  });
});

describe('a hand', () => {
  it('is slower, and nothing of what it types is taken', () => {
    const verdicts = type([...keysOf(token).filter(({ code }) => code !== 'ShiftLeft'), enter], readerPauseMs + 1);
    expect(new Set(verdicts)).toEqual(new Set(['leave']));
  });

  it('may type anything else as fast as it likes', () => {
    const characters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 300 }), (typed) => {
        const text = typed.join('').replaceAll('eyJ', 'eyj');
        expect(new Set(type([...keysOf(text), enter], 1))).toEqual(new Set(['leave']));
      }),
    );
  });

  it('that holds a key, or presses one with Ctrl, is no reader', () => {
    const [e, y, shift, j, a] = keysOf('eyJa');
    if (e === undefined || y === undefined || shift === undefined || j === undefined || a === undefined) {
      throw new TypeError('there are five keys');
    }
    expect(type([e, y, shift, { ...j, repeat: true }, a], 1)).not.toContain('swallow');
    expect(type([e, { ...y, ctrlKey: true }, j, a], 1)).not.toContain('swallow');
  });
});
