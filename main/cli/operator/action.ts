/**
 * What the actions of `pravesh operator` share: their options, and words for what is refused.
 * Runs in Node, for the CLI.
 */
import type { Answer, Problem } from '../../contract/public.ts';
import { sayAnswer as say } from '../ask-kiosk.ts';
import type { CommandIo } from '../command.ts';
import type { PinSource } from './read-pin.ts';

/** The options of all actions; each takes some of them. */
export interface OperatorOptions {
  readonly data?: string | undefined;
  readonly config?: string | undefined;
  readonly json?: boolean | undefined;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly 'pin-stdin'?: boolean | undefined;
}

/** What an action works with. */
export interface OperatorCall {
  readonly options: OperatorOptions;
  /** The identifier behind the action, where it takes one. */
  readonly id: string;
  readonly pins: PinSource;
  readonly io: CommandIo;
}

/** One word after `pravesh operator`. */
export interface OperatorAction {
  /** The options that it takes, beside `--data`, `--config` and `--json`. */
  readonly takes: readonly (keyof OperatorOptions)[];
  /** Whether an identifier stands behind it. */
  readonly ofOne: boolean;
  /** Answers the exit code. */
  run(call: OperatorCall): Promise<number>;
}

/** Prints what was answered: as JSON, or in words. Exit code 1 where the answer is no. */
export function sayAnswer<T>(
  answered: Answer<T>,
  { options, io }: Pick<OperatorCall, 'options' | 'io'>,
  { done, conflict }: { readonly done: (value: T) => readonly string[]; readonly conflict: string },
): number {
  const explain = (problem: Problem) => explainProblem(problem, conflict);
  return say(answered, { json: options.json, io }, { program: 'pravesh operator', done, explain });
}

/** Why a PIN is not taken, by the word of the core. */
const pinWords: Readonly<Record<string, string>> = {
  'too-common': 'this PIN is one that others try first; choose another',
  'a-run': 'the digits of this PIN are a row; choose others',
  repeated: 'the digits of this PIN repeat themselves; choose others',
  'a-date': 'this PIN can be read as a date; choose another',
};

/** Why a new PIN was refused, in words; undefined when it was not the PIN. */
export function explainPin({ fields = [] }: { fields?: readonly { path: string; problem: string }[] }) {
  const fault = fields.find(({ path }) => path === 'pin');
  return fault && (pinWords[fault.problem] ?? 'a PIN has six to twelve digits');
}

function explainProblem(error: Problem, conflict: string): string {
  switch (error.code) {
    case 'not-found':
      return 'there is no operator of this identifier; `pravesh operator list` shows them';
    case 'conflict':
      return conflict;
    case 'invalid-input':
      return explainPin(error) ?? error.message;
    default:
      return error.message;
  }
}
