/**
 * Asks the core while a component is shown, and asks again when the question changes.
 * Runs in the operator face.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallName, InputOf, OutputOf, Problem } from '../../main/contract/public.ts';
import { useDesk } from './desk-context.ts';

/** What is known of an answer. */
export interface Asked<T> {
  /** What came last; it stays until the next answer is here, and where the same question fails later. */
  readonly value: T | undefined;
  /** What went wrong last; gone when a later question was answered. */
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  /** Asks the same once more. */
  readonly again: () => void;
}

interface Known<T> {
  /** The question that it answers, as JSON. */
  readonly question: string | undefined;
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
}

/**
 * Asks an operation that changes nothing. Of several questions under way the last one holds.
 * @param input compared by its JSON: a new object with the same values asks nothing anew
 */
export function useAsked<N extends CallName>(name: N, input: InputOf<N>): Asked<OutputOf<N>> {
  const { ask } = useDesk();
  const question = JSON.stringify(input);
  const latest = useRef({ input, ticket: 0 });
  latest.current.input = input;
  const [known, setKnown] = useState<Known<OutputOf<N>>>({
    question: undefined,
    value: undefined,
    problem: undefined,
    busy: true,
  });
  const again = useCallback(() => {
    latest.current.ticket += 1;
    const { ticket } = latest.current;
    setKnown((before) => ({ ...before, busy: true }));
    void ask(name, latest.current.input).then((answer) => {
      if (latest.current.ticket === ticket) {
        setKnown((before) =>
          answer.ok
            ? { question, value: answer.value, problem: undefined, busy: false }
            : {
                question,
                value: before.question === question ? before.value : undefined,
                problem: answer.error,
                busy: false,
              },
        );
      }
    });
  }, [ask, name, question]);
  useEffect(() => {
    again();
    const { current } = latest;
    return () => {
      // An answer that comes after the component has gone is nobody's.
      current.ticket += 1;
    };
  }, [again]);
  const { value, problem, busy } = known;
  return { value, problem, busy, again };
}
