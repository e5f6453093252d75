/**
 * What the actions of `pravesh operator` share: their options, how the operators of a data folder are asked for, and
 * words for what is refused.
 * Runs in Node, for the CLI. A kiosk that runs on the data folder does it; else the command takes its lock.
 */
import { type Answer, answer, isErrorCode, type OutputOf, operations, problem } from '../../contract/public.ts';
import { type ManageName, manageOperators } from '../../core/kiosk.ts';
import { askLocalDoor } from '../../platform/local-door.ts';
import { buildPorts } from '../../platform/ports.ts';
import type { CommandIo } from '../command.ts';
import { hasEntryLog } from '../data-folder.ts';
import { checkTerminal, inWords, inWordsLater } from '../entries/action.ts';
import { loadSettings } from '../settings.ts';
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

/** An address that is never asked: of the settings only the site matters here. */
const noUpstream = 'http://127.0.0.1:9';

/** Asks for one operation on the operators, wherever it can be done. Throws a CommandError where it cannot. */
export async function askOperators<N extends ManageName>(
  options: OperatorOptions,
  name: N,
  input: object,
): Promise<Answer<OutputOf<N>>> {
  const { data } = loadSettings(options);
  return readAnswer(name, (await askLocalDoor(data, name, input)) ?? (await askFolder(options, name, input)));
}

async function askFolder(options: OperatorOptions, name: ManageName, input: object): Promise<Answer<unknown>> {
  const loaded = loadSettings(options);
  const { data } = loaded;
  const settings = loaded.demo ? loaded.buildSettings(noUpstream) : loaded.settings;
  if (hasEntryLog(data)) {
    inWords(data, () => checkTerminal(data, settings.site));
  }
  const { ports, close } = buildPorts({ data });
  try {
    return await inWordsLater(data, () => manageOperators({ settings, data, ports }, name, input));
  } finally {
    await close();
  }
}

function readAnswer<N extends ManageName>(name: N, came: unknown): Answer<OutputOf<N>> {
  const given = typeof came === 'object' && came !== null ? came : {};
  const value = operations[name].output.safeParse('value' in given ? given.value : undefined);
  // The schema of this name makes the output of this name; TypeScript cannot follow that through a lookup.
  return value.success ? answer(value.data as OutputOf<N>) : readProblem('error' in given ? given.error : undefined);
}

function readProblem(error: unknown): Answer<never> {
  const given = typeof error === 'object' && error !== null ? error : {};
  const code = 'code' in given && isErrorCode(given.code) ? given.code : 'internal';
  const fields: readonly unknown[] = 'fields' in given && Array.isArray(given.fields) ? given.fields : [];
  return problem(code, { fields: fields.flatMap(readField) });
}

function readField(field: unknown): { readonly path: string; readonly problem: string }[] {
  const isField = typeof field === 'object' && field !== null && 'path' in field && 'problem' in field;
  return isField ? [{ path: String(field.path), problem: String(field.problem) }] : [];
}

/** Prints what was answered: as JSON, or in words. Exit code 1 where the answer is no. */
export function sayAnswer<T>(
  answered: Answer<T>,
  { options, io }: Pick<OperatorCall, 'options' | 'io'>,
  words: { readonly done: (value: T) => readonly string[]; readonly conflict: string },
): number {
  if (!answered.ok) {
    io.err(`pravesh operator: ${explain(answered.error, words.conflict)}`);
    return answered.error.code === 'log-unavailable' || answered.error.code === 'internal' ? 2 : 1;
  }
  const lines = options.json === true ? [JSON.stringify(answered.value)] : words.done(answered.value);
  for (const line of lines) {
    io.out(line);
  }
  return 0;
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

function explain(error: Extract<Answer<never>, { ok: false }>['error'], conflict: string): string {
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
