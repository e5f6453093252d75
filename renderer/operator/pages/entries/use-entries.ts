/**
 * The lines of the list: the newest page, kept up to date as entries come, and older pages as they are asked for.
 * Runs in the operator face.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EntryLine, EntryPage, Problem } from '../../../../main/contract/public.ts';
import { useDesk } from '../../desk-context.ts';
import { useEvents } from '../../use-events.ts';
import { type Chosen, toQuestion } from './chosen.ts';

export interface Entries {
  /** Newest first; undefined until the first answer. */
  readonly lines: readonly EntryLine[] | undefined;
  /** Whether there are older ones. */
  readonly more: boolean;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly older: () => void;
  readonly again: () => void;
}

interface Known {
  readonly page: EntryPage | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
}

/**
 * The newest page before what is known already. Where more has come than a page holds, only the newest page is known.
 */
export function mergeNewest(known: EntryPage, newest: EntryPage): EntryPage {
  const last = newest.entries.at(-1)?.seq ?? 0;
  const older = known.entries.filter(({ seq }) => seq < last);
  const touches = newest.next === null || known.entries.some(({ seq }) => seq >= last);
  return touches && older.length > 0 ? { entries: [...newest.entries, ...older], next: known.next } : newest;
}

/** Asks for what is chosen, and again whenever that or the log changes. */
export function useEntries(chosen: Chosen): Entries {
  const { ask } = useDesk();
  const [known, setKnown] = useState<Known>({ page: undefined, problem: undefined, busy: true });
  const ticket = useRef(0);
  const question = JSON.stringify(chosen);

  const load = useCallback(
    async (before: number | undefined, merge: (known: EntryPage | undefined, page: EntryPage) => EntryPage) => {
      ticket.current += 1;
      const own = ticket.current;
      setKnown((now) => ({ ...now, busy: true }));
      const asked = toQuestion(JSON.parse(question), before);
      const answer = await (asked.kind === 'find'
        ? ask('entries.find', asked.input)
        : ask('entries.list', asked.input));
      if (ticket.current === own) {
        setKnown((now) =>
          answer.ok
            ? { page: merge(now.page, answer.value), problem: undefined, busy: false }
            : { ...now, problem: answer.error, busy: false },
        );
      }
    },
    [ask, question],
  );
  const again = useCallback(() => void load(undefined, (_known, page) => page), [load]);
  useEffect(() => {
    again();
    return () => {
      // An answer that comes after the list has gone is nobody's.
      ticket.current += 1;
    };
  }, [again]);

  const isLate = useRef(false);
  useEvents((event) => {
    if (event.type === 'entry' && !isLate.current) {
      // What comes together is asked for together.
      isLate.current = true;
      queueMicrotask(() => {
        isLate.current = false;
        void load(undefined, (before, page) => (before === undefined ? page : mergeNewest(before, page)));
      });
    }
  });

  const next = known.page?.next ?? null;
  const older = () => {
    if (next !== null && !known.busy) {
      void load(next, (before, page) => ({ entries: [...(before?.entries ?? []), ...page.entries], next: page.next }));
    }
  };
  return {
    lines: known.page?.entries,
    more: next !== null,
    problem: known.problem,
    busy: known.busy,
    older,
    again,
  };
}
