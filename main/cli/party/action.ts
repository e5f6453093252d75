/**
 * What the actions of `pravesh party` share: their options, and words for what is refused.
 * Runs in Node, for the CLI.
 */
import type { Answer, Problem } from '../../contract/public.ts';
import { sayAnswer as say } from '../ask-kiosk.ts';
import type { CommandIo } from '../command.ts';

/** The options of all actions; each takes some of them. */
export interface PartyOptions {
  readonly data?: string | undefined;
  readonly config?: string | undefined;
  readonly json?: boolean | undefined;
  readonly name?: string | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly purpose?: readonly string[] | undefined;
  readonly webhook?: string | undefined;
  readonly rate?: string | undefined;
  readonly state?: string | undefined;
  readonly event?: string | undefined;
}

/** What an action works with. */
export interface PartyCall {
  readonly options: PartyOptions;
  /** The identifier behind the action; undefined where none stands there. */
  readonly id: string | undefined;
  readonly io: CommandIo;
}

/** One word after `pravesh party`. */
export interface PartyAction {
  /** The options that it takes, beside `--data`, `--config` and `--json`. */
  readonly takes: readonly (keyof PartyOptions)[];
  /** Whether an identifier stands behind it. */
  readonly ofOne: 'yes' | 'no' | 'maybe';
  /** Answers the exit code. */
  run(call: PartyCall): Promise<number>;
}

/** Prints what was answered: as JSON, or in words. Exit code 1 where the answer is no. */
export function sayAnswer<T>(
  answered: Answer<T>,
  { options, io }: Pick<PartyCall, 'options' | 'io'>,
  done: (value: T) => readonly string[],
): number {
  return say(answered, { json: options.json, io }, { program: 'pravesh party', done, explain });
}

/** What is wrong with an address, by the word of the core. */
const addressWords: Readonly<Record<string, string>> = {
  'not-https': 'must start with https://; http is for this machine alone (127.0.0.1, localhost)',
  'has-a-user': 'must have no user and no password in it',
  'has-a-wildcard': 'must be one place: * stands for nothing; name each origin by itself',
  'has-a-path': 'ends after the host and the port, as https://hr.example.in',
};

function explain({ code, message, fields = [] }: Problem): string {
  switch (code) {
    case 'not-found':
      return 'there is no such system or event; `pravesh party list` and `pravesh party events` show them';
    case 'conflict':
      return 'there is a system of this name already';
    case 'invalid-input':
      return fields.map(explainField).join('; ') || message;
    default:
      return message;
  }
}

function explainField({ path, problem }: { readonly path: string; readonly problem: string }): string {
  const [field = '', index] = path.split('.');
  const option = { origins: '--origin', purposes: '--purpose', webhook: '--webhook' }[field] ?? `--${field}`;
  const which = index === undefined || !/^\d+$/.test(index) ? option : `${option} number ${Number(index) + 1}`;
  const usual = field === 'purposes' ? 'is not a purpose of policy.purposes' : 'is not an address that can be used';
  return `${which} ${addressWords[problem] ?? usual}`;
}
