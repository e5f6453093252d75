/**
 * `pravesh entries erase`: a person wants gone what is kept of them.
 * Runs in Node, for the CLI. A kiosk that runs on the data folder does it; else the command does.
 */
import { ErasedEntries, EraseOrder, isErrorCode, type Problem, problem } from '../../contract/public.ts';
import { eraseSubject } from '../../core/kiosk.ts';
import { askLocalDoor } from '../../platform/local-door.ts';
import { CommandError, type CommandIo, UsageError } from '../command.ts';
import { loadSettings } from '../settings.ts';
import { atDesk, type EntriesAction, type EntriesOptions, findLog, readSubject } from './action.ts';
import { day } from './find.ts';

export const eraseEntries: EntriesAction = {
  takes: ['mobile', 'name', 'reason', 'override', 'json'],
  async run(options, io) {
    const order = readOrder(options);
    const done = (await askKiosk(options, order)) ?? (await eraseAtDesk(options, order));
    if (options.json === true) {
      io.out(JSON.stringify(done));
    } else {
      say(done, io);
    }
    return done.erased.length + done.roster > 0 && done.kept.length === 0 ? 0 : 1;
  },
};

const lineRule = '--reason takes one line of at most 200 letters, digits and simple marks';

function readOrder(options: EntriesOptions): EraseOrder {
  const subject = readSubject(options);
  const reason = options.reason?.trim() ?? '';
  if (reason === '') {
    throw new UsageError('--reason is missing: why it is erased, in a few words that name nobody');
  }
  const order = EraseOrder.safeParse({ ...subject, reason, override: options.override === true });
  if (!order.success) {
    throw new UsageError(lineRule);
  }
  return order.data;
}

/** Undefined when no kiosk runs there that can be asked. */
async function askKiosk(options: EntriesOptions, order: EraseOrder): Promise<ErasedEntries | undefined> {
  const { data } = loadSettings(options);
  findLog({ ...options, data });
  const came = await askLocalDoor(data, 'entries.erase', order);
  if (typeof came !== 'object' || came === null) {
    return undefined;
  }
  const done = ErasedEntries.safeParse('value' in came ? came.value : undefined);
  if (!done.success) {
    throw explain(readProblem('error' in came ? came.error : undefined));
  }
  return done.data;
}

async function eraseAtDesk(options: EntriesOptions, order: EraseOrder): Promise<ErasedEntries> {
  const done = await atDesk(options, (place) => eraseSubject(place, order));
  if (!done.ok) {
    throw explain(done.error);
  }
  return done.value;
}

function readProblem(error: unknown): Problem {
  const given = typeof error === 'object' && error !== null ? error : {};
  const code = 'code' in given && isErrorCode(given.code) ? given.code : 'internal';
  return problem(code).error;
}

/** Number and name have been read before: what can still be wrong with the input is the reason. */
function explain({ code, message }: Problem): CommandError {
  return code === 'invalid-input'
    ? new UsageError('--reason stays in the log for good: leave the name and the number of the person out of it')
    : new CommandError(message);
}

function say({ erased, kept, roster }: ErasedEntries, io: CommandIo): void {
  if (roster > 0) {
    io.out('erased: the line in the roster; the file that the roster came from still names this person');
  }
  if (erased.length + kept.length + roster === 0) {
    io.out('nothing is kept of this person');
  }
  if (erased.length > 0) {
    io.out(`erased: entry ${erased.join(', ')}`);
  }
  for (const { seq, eraseFrom, rule } of kept) {
    const when = eraseFrom === null ? 'its date is not known yet' : `not before ${day(eraseFrom)}`;
    io.out(`kept: entry ${seq}, ${when}: ${rule}`);
  }
  if (kept.length > 0) {
    io.err('pravesh entries: --override erases them all the same; the log keeps that it was used, and the reason');
  }
}
