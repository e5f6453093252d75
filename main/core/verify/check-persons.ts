/**
 * Whether persons are what their rows are committed to, or erased as a whole. A commitment is HMAC-SHA-256 keyed with the
 * salt (RFC 2104): here by two one-shot hashes over bytes that are there already, a tenth of the time that an HMAC object
 * of Node takes. A property test holds it to `commitSubject`.
 */
import { hash } from 'node:crypto';
import type { Page } from './page-sql.ts';

/** The parts of one person's bytes; see `Page.persons`. */
const saltDigits = 32;
const commitmentStart = 1 + saltDigits;
const quotedCommitment = 66;
const identityStart = commitmentStart + quotedCommitment;

/** The block of SHA-256, and what RFC 2104 changes each byte of the key by. */
const blockBytes = 64;
const innerPad = 0x36;
const outerPad = 0x5c;

const lineFeed = 10;
const quotationMark = 0x22;
const hyphen = 0x2d;
const nobody = '{"mobile":null,"name":null}';

/** What checking gave. */
export interface PersonsSeen {
  readonly kept: number;
  readonly erased: number;
  /** The first row whose person is not the one that it is committed to. */
  readonly wrong: number | undefined;
}

/** Starts checking. */
export function checkPersons(): {
  /** Takes the first rows of a page. @param first the number of the first of them */
  take(page: Page, rows: number, first: number): void;
  end(): PersonsSeen;
} {
  const isCommitted = buildIsCommitted();
  let kept = 0;
  let erased = 0;
  let wrong: number | undefined;
  return {
    take({ persons }, rows, first) {
      let at = 0;
      for (let row = first; row < first + rows; row += 1) {
        const next = persons.indexOf(lineFeed, at + 1);
        const end = next === -1 ? persons.length : next;
        if (persons[at + 1] === hyphen) {
          const words = persons.toString('utf8', at + 2, end);
          const isGone = words.endsWith(nobody);
          erased += isGone && words !== `null${nobody}` ? 1 : 0;
          wrong ??= isGone ? undefined : row;
        } else if (isCommitted(persons, at + 1, end)) {
          kept += 1;
        } else {
          wrong ??= row;
        }
        at = end;
      }
    },
    end: () => ({ kept, erased, wrong }),
  };
}

/** Judges the bytes of one person; writes over the salt and the commitment before the rest. */
function buildIsCommitted(): (bytes: Buffer, start: number, end: number) => boolean {
  const outer = Buffer.alloc(blockBytes + 32, outerPad);
  return (bytes, start, end) => {
    const commitment = start - 1 + commitmentStart;
    const identity = start - 1 + identityStart;
    // A salt of another length, or no commitment: there is something else in these places.
    if (end < identity || bytes[commitment] !== quotationMark || bytes[identity - 1] !== quotationMark) {
      return false;
    }
    const committed = bytes.toString('latin1', commitment + 1, identity - 1);
    const block = identity - blockBytes;
    for (let index = 0; index < saltDigits / 2; index += 1) {
      const byte = (digitOf(bytes[start + 2 * index]) << 4) | digitOf(bytes[start + 2 * index + 1]);
      bytes[block + index] = byte ^ innerPad;
      outer[index] = byte ^ outerPad;
    }
    bytes.fill(innerPad, block + saltDigits / 2, identity);
    const inner = hash('sha256', bytes.subarray(block, end), 'binary');
    for (let index = 0; index < 32; index += 1) {
      outer[blockBytes + index] = inner.charCodeAt(index);
    }
    return hash('sha256', outer, 'hex') === committed;
  };
}

/** The value of a digit of SQLite's hex, which is in upper case. */
function digitOf(character = 0): number {
  return character < 0x3a ? character - 0x30 : character - 0x37;
}
