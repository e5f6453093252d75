/** People inside, where the venue counts them: who they are, who leaves, and the closing. Part of the core. */
import { type Answer, answer, type Inside, type InsideLine, problem } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { WriteDatabase } from '../db/database.ts';
import { maskedName } from '../desk/entry-line.ts';
import { selectOne } from '../desk/list-sql.ts';
import { seqsOfMark } from '../desk/read-mark.ts';
import { operatorAct, type Views } from '../desk/views.ts';
import type { Caller } from '../dispatch/caller.ts';
import { checkCodeOf } from '../entry-log/leaf.ts';
import type { AppendAct } from '../erasure/owed-act.ts';
import type { CancelTimer, Clock } from '../ports.ts';
import { lastBefore, lastClosing } from './closing.ts';
import { selectReadTo } from './inside-sql.ts';
import { buildPresence, checkOutAct, closeAct, forgetPresence, lateCloseAct, type Presence } from './presence.ts';

/** People that a list names at most; the count is always whole. */
const mostListed = 5_000;

/** How often it is looked whether the venue has closed. */
const lookMs = 60_000;

export interface InsideParts {
  readonly database: WriteDatabase;
  readonly settings: Pick<Settings, 'site' | 'inside'>;
  readonly append: AppendAct;
  readonly views: Views;
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}

/** The people inside of a venue that counts them. */
export interface InsideDesk {
  count(): number;
  list(caller: Caller): Answer<Inside>;
  leave(caller: Caller, mark: string): Answer<{ seq: number; count: number }>;
  close(caller: Caller): Answer<{ left: number }>;
  /** Ends it, and keeps who is inside. */
  end(): void;
}

/** Begins to count, or goes on. @returns undefined where the venue does not count */
export function buildInsideDesk(parts: InsideParts): InsideDesk | undefined {
  const { database, settings, append, onFault } = parts;
  if (!settings.inside.count) {
    forgetPresence(database);
    return undefined;
  }
  if (selectReadTo(database) === undefined) {
    // Counting begins with nobody, and the log says where.
    append({ outcome: 'act', channel: 'kiosk', reason: closeAct });
  }
  const presence = buildPresence(database, onFault);
  const closing = startClosing(parts, presence);
  presence.keep();
  return {
    count: () => closing.people().size,
    list: (caller) => answer(listInside(parts, caller, closing.people().keys())),
    leave: (caller, mark) => leave(parts, caller, mark, closing.people),
    close(caller) {
      const left = closing.people().size;
      if (append(operatorAct(caller, closeAct)) === undefined) {
        return problem('log-unavailable');
      }
      presence.people();
      presence.keep();
      return answer({ left });
    },
    end() {
      closing.end();
      presence.people();
      presence.keep();
    },
  };
}

/** Closes at its time, and after it when the machine was off or asleep: whoever asks sees the state after the closing. */
function startClosing({ settings, append, clock }: InsideParts, presence: Presence) {
  const { closesAt } = settings.inside;
  const people = () => {
    const inside = presence.people();
    const moment = closesAt === undefined ? undefined : lastClosing(clock.now(), closesAt, settings.site.timezone);
    const gone = moment === undefined ? undefined : lastBefore(inside, moment);
    if (gone !== undefined) {
      const isLast = Array.from(inside.keys()).at(-1) === gone;
      append({ outcome: 'act', channel: 'kiosk', reason: isLast ? closeAct : lateCloseAct(gone) });
    }
    return presence.people();
  };
  let cancel: CancelTimer = () => {};
  const look = () => {
    people();
    cancel = closesAt === undefined ? () => {} : clock.after(lookMs, look);
  };
  look();
  return { people, end: () => cancel() };
}

/**
 * The list is a look, and a row. Where that cannot be written the names stay away and the rest does not: in an
 * evacuation a full disk must not be in the way.
 */
function listInside({ database, views }: InsideParts, caller: Caller, people: Iterable<number>): Inside {
  const isNoted = views.noteNew(caller, 'view: inside', '');
  const seqs = Array.from(people);
  const lines = seqs.slice(0, mostListed).flatMap((seq): InsideLine[] => {
    const row = selectOne(database, seq);
    return row === undefined
      ? []
      : [
          {
            seq,
            at: row.at,
            purpose: row.purpose,
            checkCode: checkCodeOf(row.leaf_hash),
            name: isNoted ? maskedName(row.subject_name) : null,
          },
        ];
  });
  return { count: seqs.length, people: lines, more: seqs.length > lines.length };
}

function leave(
  { database, append }: InsideParts,
  caller: Caller,
  mark: string,
  people: () => ReadonlyMap<number, unknown>,
): Answer<{ seq: number; count: number }> {
  const meant = seqsOfMark(database, mark).map((seq) => selectOne(database, seq));
  const rows = meant.filter((row) => row !== undefined);
  const inside = people();
  const leaving = rows.find(({ seq }) => inside.has(seq));
  if (leaving !== undefined) {
    const { seq } = leaving;
    const isWritten = append(operatorAct(caller, checkOutAct(seq))) !== undefined;
    return isWritten ? answer({ seq, count: people().size }) : problem('log-unavailable');
  }
  if (rows.length === 0) {
    return problem('not-found', { message: 'There is no entry of this number or check code.' });
  }
  const wasAdmitted = rows.some(({ outcome }) => outcome === 'admitted');
  const message = wasAdmitted ? 'This person has left already.' : 'Nobody was admitted with this entry.';
  return problem('conflict', { message });
}
