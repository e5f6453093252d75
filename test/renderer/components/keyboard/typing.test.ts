/** The state of the keyboard: scripts, layers, capitals. */
import { describe, expect, it } from 'vitest';
import {
  afterStroke,
  beginTyping,
  isCapital,
  keyAt,
  moveTo,
  type Typing,
  turn,
} from '../../../../renderer/components/keyboard/typing.ts';

const hindi = beginTyping('devanagari');
const latin: Typing = { ...beginTyping('latin'), before: 'Ash' };

describe('the keyboard', () => {
  it('begins on the first layer of the script', () => {
    expect(hindi).toEqual({ script: 'devanagari', layer: 'letters', before: '', shift: undefined });
  });

  it('turns to Latin and back with one key each', () => {
    const turned = turn(hindi, '{latin}', 'devanagari');
    expect(turned?.script).toBe('latin');
    expect(turned && turn(turned, '{script}', 'devanagari')).toEqual(hindi);
  });

  it('turns to the second layer and comes back by itself after a letter', () => {
    const more = turn(hindi, '{more}', 'devanagari');
    expect(more?.layer).toBe('more');
    expect(more && afterStroke(more)).toEqual(hindi);
    expect(more && turn(more, '{letters}', 'devanagari')).toEqual(hindi);
  });

  it('leaves keys that type to the text', () => {
    for (const name of ['a', 'क', '{bksp}', '{space}', '{done}']) {
      expect(turn(hindi, name, 'devanagari')).toBeUndefined();
    }
  });

  it('shows what the next letter will be', () => {
    expect(keyAt(latin, 'a').shown).toBe('a');
    expect(keyAt(moveTo(latin, ''), 'a').shown).toBe('A');
    expect(keyAt(hindi, 'क').shown).toBe('क');
  });

  it('keeps the choice of the shift key for one letter', () => {
    const chosen = turn(latin, '{shift}', 'latin') ?? latin;
    expect(isCapital(chosen)).toBe(true);
    expect(moveTo(chosen, 'Ash')).toBe(chosen);
    expect(isCapital(moveTo(chosen, 'AshA'))).toBe(false);
  });

  it('knows no capitals in Devanagari', () => {
    expect(isCapital(hindi)).toBe(false);
  });
});
