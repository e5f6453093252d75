/** Which keys there are, and that every letter of a name can be reached. */
import { describe, expect, it } from 'vitest';
import { placeRow } from '../../../../renderer/components/keyboard/grid.ts';
import {
  frameOf,
  type Layer,
  type Room,
  rowsOf,
  type Script,
  scriptOf,
} from '../../../../renderer/components/keyboard/layouts.ts';

const rooms: readonly Room[] = ['wide', 'tall'];
const layers: readonly Layer[] = ['letters', 'more'];
const alphabet = 'अ आ इ ई उ ऊ ऋ ए ऐ ओ औ क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स ह ं ँ ़'.split(
  ' ',
);
const seldom = '् ा ि ी ु ू ृ े ै ो ौ ॉ ॅ ः ऑ ऍ क्ष त्र ज्ञ श्र क़ ख़ ग़ ज़ ड़ ढ़ फ़ य़ ळ ऱ . - {half} {apart}'.split(' ');

function keysOf(script: Script, layer: Layer, room: Room, own: Script = script): string[] {
  return rowsOf(script, layer, room, own).flatMap((row) => row.split(' '));
}

describe.each(rooms)('the Devanagari keys on a %s keyboard', (room) => {
  it('have the whole alphabet on the first layer', () => {
    expect(keysOf('devanagari', 'letters', room)).toEqual(expect.arrayContaining(alphabet));
  });

  it('have the signs by themselves, the conjuncts and the letters with nukta on the second', () => {
    expect(keysOf('devanagari', 'more', room)).toEqual(expect.arrayContaining(seldom));
  });

  it.each(layers)('lead from the layer %s to Latin, to the other layer and on', (layer) => {
    const keys = keysOf('devanagari', layer, room);
    const other = layer === 'letters' ? '{more}' : '{letters}';
    expect(keys).toEqual(expect.arrayContaining(['{latin}', other, '{bksp}', '{space}', '{done}']));
  });

  it('fit the rows of the frame', () => {
    const { rows } = frameOf('devanagari', room, 'devanagari');
    for (const layer of layers) {
      expect(rowsOf('devanagari', layer, room, 'devanagari')).toHaveLength(rows);
    }
  });
});

describe('the Latin keys', () => {
  it('have every letter and what stands in names', () => {
    const keys = keysOf('latin', 'letters', 'wide');
    expect(keys).toEqual(expect.arrayContaining([..."abcdefghijklmnopqrstuvwxyz'.-"]));
    expect(keys).toEqual(expect.arrayContaining(['{shift}', '{bksp}', '{space}', '{done}']));
  });

  it('lead back to the script of the language, where it has one of its own', () => {
    expect(keysOf('latin', 'letters', 'wide', 'devanagari')).toContain('{script}');
    expect(keysOf('latin', 'letters', 'wide', 'latin')).not.toContain('{script}');
  });
});

describe('every row', () => {
  const shown = rooms.flatMap((room) =>
    layers.flatMap((layer) => [
      { script: 'devanagari', own: 'devanagari', layer, room } as const,
      { script: 'latin', own: 'devanagari', layer, room } as const,
      { script: 'latin', own: 'latin', layer, room } as const,
    ]),
  );

  it.each(shown)('fills the columns and has no key twice: $script for $own, $layer, $room', (keyboard) => {
    const { script, own, layer, room } = keyboard;
    const half = 2 * frameOf(script, room, own).columns;
    for (const row of rowsOf(script, layer, room, own)) {
      const places = placeRow(row.split(' '), half / 2);
      const first = places[0]?.start ?? 0;
      const last = places.at(-1);
      const end = (last?.start ?? 0) + (last?.span ?? 0);
      // A row in the middle leaves as much at its beginning as at its end, and never as much as a key.
      expect(first - 1).toBe(half + 1 - end);
      expect(first).toBeLessThan(3);
      expect(Math.min(...places.map((place) => place.span))).toBeGreaterThanOrEqual(2);
    }
    const keys = keysOf(script, layer, room, own);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is written as a name is kept, in NFC, so that what is typed equals what is compared', () => {
    const keys = rooms.flatMap((room) => layers.flatMap((layer) => keysOf('devanagari', layer, room)));
    expect(keys).toEqual(keys.map((key) => key.normalize('NFC')));
  });
});

describe('the script of a language', () => {
  it('is Devanagari for Hindi and Marathi, and Latin where there are no keys of its own yet', () => {
    expect(scriptOf('hi')).toBe('devanagari');
    expect(scriptOf('mr')).toBe('devanagari');
    expect(scriptOf('en')).toBe('latin');
    expect(scriptOf('ta')).toBe('latin');
  });
});
