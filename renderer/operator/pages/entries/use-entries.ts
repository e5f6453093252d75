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
  /** What the page answers, as JSON. */
  readonly question: string;
  readonly page: EntryPage | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
}

/**
 * The newest page together with what is known already. Where more has come than a page holds, and so there may be a gap,
 * only the newest page is known.
 */
export function mergeNewest(known: EntryPage, newest: EntryPage): EntryPage {
  const first = newest.entries[0]?.seq ?? 0;
  const last = newest.entries.at(-1)?.seq ?? 0;
  const newer = known.entries.filter(({ seq }) => seq > first);
  const older = known.entries.filter(({ seq }) => seq < last);
  const touches = known.entries.some(({ seq }) => seq >= last);
  return touches && newest.next !== null
    ? { entries: [...newer, ...newest.entries, ...older], next: older.length > 0 ? known.next : newest.next }
    : newest;
}

/** An older page after what is known already, where it is the one that follows. */
export function appendOlder(known: EntryPage, older: EntryPage): EntryPage {
  const last = known.entries.at(-1)?.seq ?? 0;
  const follows = known.next !== null && older.entries.every(({ seq }) => seq < last);
  return follows ? { entries: [...known.entries, ...older.entries], next: older.next } : known;
}

/** Asks for what is chosen, and again whenever that or the log changes. */
export function useEntries(chosen: Chosen): Entries {
  const { ask } = useDesk();
  const [known, setKnown] = useState<Known>({ question: '', page: undefined, problem: undefined, busy: true });
  const question = JSON.stringify(chosen);
  // The question of the moment; an answer to another one, or after the list has gone, is nobody's.
  const asking = useRef<string | undefined>(undefined);

  const load = useCallback(
    async (before: number | undefined, merge: (known: EntryPage, page: EntryPage) => EntryPage) => {
      const asked = toQuestion(JSON.parse(question), before);
      const answer = await (asked.kind === 'find'
        ? ask('entries.find', asked.input)
        : ask('entries.list', asked.input));
      if (asking.current === question) {
        setKnown((now) => {
          const same = now.question === question ? now.page : undefined;
          return answer.ok
            ? {
                question,
                page: same === undefined ? answer.value : merge(same, answer.value),
                problem: undefined,
                busy: false,
              }
            : { ...now, problem: answer.error, busy: false };
        });
      }
    },
    [ask, question],
  );
  const again = useCallback(() => {
    setKnown((now) => ({ ...now, busy: true }));
    void load(undefined, (_known, page) => page);
  }, [load]);
  useEffect(() => {
    asking.current = question;
    again();
    return () => {
      asking.current = undefined;
    };
  }, [again, question]);

  const isLate = useRef(false);
  useEvents((event) => {
    if (event.type === 'entry' && !isLate.current) {
      // What comes together is asked for together.
      isLate.current = true;
      queueMicrotask(() => {
        isLate.current = false;
        void load(undefined, mergeNewest);
      });
    }
  });

  const next = known.page?.next ?? null;
  const older = () => {
    if (next !== null && !known.busy) {
      setKnown((now) => ({ ...now, busy: true }));
      void load(next, appendOlder);
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
