/**
 * `pravesh entries erase`: a person wants gone what is kept of them.
 * Runs in Node, for the CLI, while no kiosk runs on the data folder.
 */
import { toLatinDigits } from '../../contract/public.ts';
import { type AskedSubject, eraseSubject, type HeldEntry } from '../../core/kiosk.ts';
import { type CommandIo, UsageError } from '../command.ts';
import { atDesk, type EntriesAction, readSubject } from './action.ts';
import { day, describeHeld } from './find.ts';

const longestReason = 200;

export const eraseEntries: EntriesAction = {
  takes: ['mobile', 'name', 'reason', 'override', 'json'],
  async run(options, io) {
    const subject = readSubject(options);
    const order = { reason: readReason(options.reason, subject), override: options.override === true };
    const { erased, kept } = await atDesk(options, (place) => eraseSubject(place, subject, order));
    if (options.json === true) {
      const seqs = erased.map(({ row }) => row.seq);
      io.out(JSON.stringify({ erased: seqs, kept: kept.map(describeKept) }));
    } else {
      say(erased, kept, io);
    }
    return erased.length > 0 && kept.length === 0 ? 0 : 1;
  },
};

/** The reason stays in the log for good, so it must not say who it was about. */
function readReason(reason: string | undefined, { mobileNumber, fullName }: AskedSubject): string {
  const text = reason?.trim() ?? '';
  if (text === '') {
    throw new UsageError('--reason is missing: why it is erased, in a few words that name nobody');
  }
  if (text.length > longestReason || /\p{Cc}/u.test(text)) {
    throw new UsageError(`--reason takes one line of at most ${longestReason} characters`);
  }
  const digits = toLatinDigits(text).replace(/[\s\u00a0()./\-\u2010-\u2015]/gu, '');
  const words = fullName?.toLowerCase().split(/[^\p{L}\p{M}]+/u) ?? [];
  const namesPerson = words.some((word) => word.length > 2 && text.toLowerCase().includes(word));
  if (/[0-9]{10}/.test(digits) || digits.includes(mobileNumber.slice(-6)) || namesPerson) {
    throw new UsageError('--reason stays in the log for good: leave the name and the number of the person out of it');
  }
  return text;
}

function describeKept(held: HeldEntry) {
  const { seq, at, erase_from, rule } = describeHeld(held);
  return { seq, at, erase_from, rule };
}

function say(erased: readonly HeldEntry[], kept: readonly HeldEntry[], io: CommandIo): void {
  if (erased.length + kept.length === 0) {
    io.out('nothing is kept of this person');
  }
  if (erased.length > 0) {
    io.out(`erased: entry ${erased.map(({ row }) => row.seq).join(', ')}`);
  }
  for (const { row, eraseFrom, rule } of kept) {
    const when = eraseFrom === undefined ? 'its date is not known yet' : `not before ${day(eraseFrom)}`;
    io.out(`kept: entry ${row.seq}, ${when}: ${rule}`);
  }
  if (kept.length > 0) {
    io.err('pravesh entries: --override erases them all the same; the log keeps that it was used, and the reason');
  }
}
