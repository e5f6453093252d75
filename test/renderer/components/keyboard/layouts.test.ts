/** Which keys there are, and that every letter of a name can be reached. */
import { describe, expect, it } from 'vitest';
import { locales } from '../../../../main/contract/public.ts';
import { placeRow } from '../../../../renderer/components/keyboard/grid.ts';
import {
  frameOf,
  type Layer,
  type Room,
  rowsOf,
  type Script,
  scriptOf,
} from '../../../../renderer/components/keyboard/layouts.ts';
import { type OwnScript, scripts } from '../../../../renderer/components/keyboard/scripts/scripts.ts';

const rooms: readonly Room[] = ['wide', 'tall'];
const layers: readonly Layer[] = ['letters', 'more'];
const ownScripts = Object.keys(scripts).map((name) => name as OwnScript);
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

/** Names of every script with the letters and signs that are typed for them. */
const blocks: Readonly<Record<OwnScript, readonly [first: number, common: string]>> = {
  devanagari: [0x0900, 'कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह'],
  bengali: [0x0980, 'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎ'],
  assamese: [0x0980, 'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযৰলৱশষসহড়ঢ়য়ৎ'],
  gurmukhi: [0x0a00, 'ਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵਸ਼ਸਹੜਜ਼ਖ਼ਗ਼ਫ਼ਲ਼'],
  gujarati: [0x0a80, 'કખગઘઙચછજઝઞટઠડઢણતથદધનપફબભમયરલવળશષસહ'],
  odia: [0x0b00, 'କଖଗଘଙଚଛଜଝଞଟଠଡଢଣତଥଦଧନପଫବଭମଯରଲଳଶଷସହୟୱଡ଼ଢ଼'],
  tamil: [0x0b80, 'கஙசஞடணதநபமயரலவழளறனஜஷஸஹ'],
  telugu: [0x0c00, 'కఖగఘఙచఛజఝఞటఠడఢణతథదధనపఫబభమయరలవళశషసహఱ'],
  kannada: [0x0c80, 'ಕಖಗಘಙಚಛಜಝಞಟಠಡಢಣತಥದಧನಪಫಬಭಮಯರಲವಳಶಷಸಹಱ'],
  malayalam: [0x0d00, 'കഖഗഘങചഛജഝഞടഠഡഢണതഥദധനപഫബഭമയരലവശഷസഹളഴറൻർൽൾൺ'],
};

describe.each(ownScripts)('the keys of %s', (script) => {
  const [first, letters] = blocks[script];

  it.each(rooms)('have every letter of the alphabet and every vowel with its sign, on a %s keyboard', (room) => {
    const keys = layers.flatMap((layer) => keysOf(script, layer, room));
    const graphemes = new Intl.Segmenter('hi', { granularity: 'grapheme' }).segment(letters.normalize('NFC'));
    expect(keys).toEqual(expect.arrayContaining(Array.from(graphemes, ({ segment }) => segment)));
    for (const vowel of keysOf(script, 'letters', room).filter((key) => isVowel(key, first))) {
      const { stroke } = scripts[script].keyAt(vowel, String.fromCharCode(first + 0x15), true);
      expect(stroke?.typed, vowel).toMatch(/^\p{M}$/u);
    }
  });

  it.each(rooms)('have no letter of another script, on a %s keyboard', (room) => {
    const keys = layers.flatMap((layer) => keysOf(script, layer, room)).filter((key) => !/^[{.'-]/u.test(key));
    for (const letter of keys.join('')) {
      expect(Math.floor((letter.charCodeAt(0) - first) / 0x80), `${letter} of ${script}`).toBe(0);
    }
  });

  it.each(rooms)('lead to Latin, to the other layer and on, on a %s keyboard', (room) => {
    const ways = ['{latin}', '{bksp}', '{space}', '{done}'];
    expect(keysOf(script, 'letters', room)).toEqual(expect.arrayContaining([...ways, '{more}']));
    expect(keysOf(script, 'more', room)).toEqual(expect.arrayContaining([...ways, '{letters}']));
    expect(frameOf(script, room, script).rows).toBe(rowsOf(script, 'letters', room, script).length);
  });
});

/** Vowels that have a sign: all but the one that is part of every consonant. */
function isVowel(key: string, first: number): boolean {
  const place = key.charCodeAt(0) - first;
  return key.length === 1 && place > 0x05 && place < 0x15;
}

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
      ...ownScripts.map((script) => ({ script, own: script, layer, room }) as const),
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

  it.each(ownScripts)(
    'is written as a name is kept, in NFC, so that what is typed is what is compared: %s',
    (script) => {
      const keys = rooms.flatMap((room) => layers.flatMap((layer) => keysOf(script, layer, room)));
      expect(keys).toEqual(keys.map((key) => key.normalize('NFC')));
    },
  );
});

describe('the script of a language', () => {
  it('has keys of its own in every language but English', () => {
    expect(locales.filter((locale) => scriptOf(locale) === 'latin')).toEqual(['en']);
    expect(new Set(locales.map(scriptOf))).toEqual(new Set(['latin', ...ownScripts]));
  });
});
