/**
 * `pravesh entries find`: a person asks what is kept of them.
 * Runs in Node, for the CLI, beside a running kiosk too.
 */
import { findSubject, type HeldEntry } from '../../core/kiosk.ts';
import { atDesk, type EntriesAction, readSubject } from './action.ts';
import { printEntries } from './print-entries.ts';

export const findEntries: EntriesAction = {
  takes: ['mobile', 'name', 'json'],
  async run(options, io) {
    const subject = readSubject(options);
    const held = await atDesk(options, (place) => findSubject(place, subject));
    if (options.json === true) {
      io.out(JSON.stringify(held.map(describeHeld)));
    } else if (held.length === 0) {
      io.out('nothing is kept of this person');
    } else {
      const entries = held.map(({ row, eraseFrom, eraseBy }) => ({ row, more: [day(eraseFrom), day(eraseBy)] }));
      printEntries(entries, io, ['ERASE FROM', 'ERASED BY']);
    }
    return held.length === 0 ? 1 : 0;
  },
};

/** The row, with the dates between which it goes; null as long as it cannot be told when it was written. */
function describeHeld({ row, eraseFrom, eraseBy, rule }: HeldEntry) {
  return { ...row, erase_from: eraseFrom ?? null, erase_by: eraseBy ?? null, rule };
}

/** The day in UTC. */
export function day(at: string | undefined): string {
  return at?.slice(0, 10) ?? 'unknown';
}
