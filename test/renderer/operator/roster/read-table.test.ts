import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRoster } from '../../../../main/contract/public.ts';
import { isTaken, mappingOf } from '../../../../renderer/operator/pages/roster/columns.ts';
import { checkTable, decodeTable, readTable } from '../../../../renderer/operator/pages/roster/read-table.ts';

const mark = '\uFEFF';
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('a file', () => {
  it('comes out as it was written, in UTF-8 or UTF-16', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).map((end) => `name,mobile\n${end}`);
    fc.assert(
      fc.property(text, (written) => {
        for (const bytes of [
          Buffer.from(written),
          Buffer.from(mark + written),
          Buffer.from(written, 'utf16le'),
          Buffer.from(mark + written, 'utf16le'),
          bigEndian(written),
          bigEndian(mark + written),
        ]) {
          expect(decodeTable(bytes)).toEqual({ text: written });
        }
      }),
    );
  });

  it.each([
    ['of Windows-1252', Buffer.from([0x4a, 0x6f, 0x73, 0xe9, 0x0a])],
    ['cut in the middle of a character', Buffer.from('आशा').subarray(0, 4)],
    ['of half a unit of UTF-16', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42])],
  ])('%s is refused', (_what, bytes) => {
    expect(decodeTable(bytes)).toEqual({ trouble: 'not-utf-8' });
  });

  it.each([
    ['a workbook of today', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['a workbook of before', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ])('that is %s says so', (_what, bytes) => {
    expect(decodeTable(Uint8Array.from(bytes))).toEqual({ trouble: 'workbook' });
  });

  it('never throws, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(Object.keys(decodeTable(bytes))).toHaveLength(1);
      }),
    );
  });

  it('that is gone says so, and one that is far too long is not even read', async () => {
    const blobOf = (size: number, why: string) => {
      const blob = new Blob([]);
      const arrayBuffer = () => Promise.reject(new DOMException(why, 'NotReadableError'));
      return Object.defineProperties(blob, { size: { value: size }, arrayBuffer: { value: arrayBuffer } });
    };
    expect(await readTable(blobOf(10, 'gone'))).toEqual({ trouble: 'unreadable' });
    expect(await readTable(blobOf(longestRoster * 3 + 1, 'never asked'))).toEqual({ trouble: 'too-long' });
  });
});

describe('a text', () => {
  it('is no table when there is nothing in it, or too much', () => {
    expect(checkTable(' \r\n\t')).toEqual({ trouble: 'empty' });
    expect(checkTable('a'.repeat(longestRoster))).toHaveProperty('text');
    expect(checkTable('a'.repeat(longestRoster + 1))).toEqual({ trouble: 'too-long' });
  });
});

describe('the choice of columns', () => {
  it('is whole when all three are chosen and no two are the same', () => {
    expect(mappingOf({ name: 0, mobile: 1, reference: 2 })).toEqual({ name: 0, mobile: 1, reference: 2 });
    expect(mappingOf({ name: 0, mobile: 1 })).toBeUndefined();
    expect(mappingOf({ name: 0, mobile: 1, reference: 1 })).toBeUndefined();
  });

  it('says which of them share a column', () => {
    const choice = { name: 0, mobile: 1, reference: 1 };
    expect([isTaken(choice, 'name'), isTaken(choice, 'mobile'), isTaken(choice, 'reference')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(isTaken({}, 'name')).toBe(false);
  });
});
