/**
 * A PIN that is being chosen: what was typed twice, and what is wrong with it.
 * Runs in the operator face. Pure but for the hook.
 */
import { useState } from 'preact/hooks';
import { type Problem, toLatinDigits } from '../../../main/contract/public.ts';
import { useWords } from '../words.ts';
import { pinWords } from './words.ts';

/** Whether what was typed has the form of a PIN: six to twelve digits, of any script. */
export function isPin(typed: string): boolean {
  return /^\d{6,12}$/.test(toLatinDigits(typed));
}

/** What the core found wrong with a PIN, as a key of the words; undefined where the problem is another. */
export function pinFaultOf(
  problem: Problem | undefined,
): 'too-common' | 'a-run' | 'repeated' | 'a-date' | 'not-allowed' | undefined {
  const fault = problem?.fields?.find(({ path }) => path === 'pin')?.problem;
  switch (fault) {
    case undefined:
      return undefined;
    case 'too-common':
    case 'a-run':
    case 'repeated':
    case 'a-date':
      return fault;
    default:
      return 'not-allowed';
  }
}

export interface NewPin {
  readonly first: string;
  readonly second: string;
  readonly firstProblem: string | undefined;
  readonly secondProblem: string | undefined;
  readonly editFirst: (text: string) => void;
  readonly editSecond: (text: string) => void;
  /** The PIN in Latin digits when both fields are right; else their problems are said. */
  readonly take: () => string | undefined;
  /** Tells what the core answered; gives back whether it was about the PIN. */
  readonly refuse: (problem: Problem) => boolean;
}

/** Holds a new PIN while it is typed. */
export function useNewPin(): NewPin {
  const say = useWords(pinWords);
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<ReturnType<typeof pinFaultOf>>();
  const { first, second } = typed;
  const formFault = isPin(first) ? undefined : ('form' as const);
  const firstFault = refused ?? (asked ? formFault : undefined);
  const secondFault = asked && formFault === undefined && first !== second ? ('differs' as const) : undefined;
  return {
    first,
    second,
    firstProblem: firstFault && say(firstFault),
    secondProblem: secondFault && say(secondFault),
    editFirst: (text) => {
      setRefused(undefined);
      setTyped((before) => ({ ...before, first: text }));
    },
    editSecond: (text) => setTyped((before) => ({ ...before, second: text })),
    take: () => {
      setAsked(true);
      return formFault === undefined && first === second ? toLatinDigits(first) : undefined;
    },
    refuse: (problem) => {
      const fault = pinFaultOf(problem);
      setRefused(fault);
      return fault !== undefined;
    },
  };
}
