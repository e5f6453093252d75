/**
 * Asks for an operation of operators or of other systems, wherever it can be done: a kiosk that runs on the data folder
 * does it; else the command takes its lock and does it itself.
 * Runs in Node, for the CLI.
 */
import {
  type Answer,
  answer,
  isErrorCode,
  type OutputOf,
  operations,
  type Problem,
  problem,
} from '../contract/public.ts';
import { type ManageName, manageFolder, type WantedSettings } from '../core/kiosk.ts';
import { askLocalDoor } from '../platform/local-door.ts';
import { buildPorts } from '../platform/ports.ts';
import type { CommandIo } from './command.ts';
import { hasEntryLog } from './data-folder.ts';
import { checkTerminal, inWords, inWordsLater } from './entries/action.ts';
import { loadSettings } from './settings.ts';

/** An address that is never asked: of the settings only site and policy matter here. */
const noUpstream = 'http://127.0.0.1:9';

/** Asks for one operation. Throws a CommandError where nobody can do it. */
export async function askKiosk<N extends ManageName>(
  options: WantedSettings,
  name: N,
  input: object,
): Promise<Answer<OutputOf<N>>> {
  const { data } = loadSettings(options);
  return readAnswer(name, (await askLocalDoor(data, name, input)) ?? (await askFolder(options, name, input)));
}

async function askFolder(options: WantedSettings, name: ManageName, input: object): Promise<Answer<unknown>> {
  const loaded = loadSettings(options);
  const { data } = loaded;
  const settings = loaded.demo ? loaded.buildSettings(noUpstream) : loaded.settings;
  if (hasEntryLog(data)) {
    inWords(data, () => checkTerminal(data, settings.site));
  }
  const { ports, close } = buildPorts({ data });
  try {
    return await inWordsLater(data, () => manageFolder({ settings, data, ports }, name, input));
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

/** What an answer is said with. */
export interface AnswerWords<T> {
  /** What stands before a message: `pravesh operator`. */
  readonly program: string;
  done(value: T): readonly string[];
  /** Why the answer is no. */
  explain(problem: Problem): string;
}

/** Prints what was answered: as JSON, or in words. Exit code 1 where the answer is no. */
export function sayAnswer<T>(
  answered: Answer<T>,
  { json, io }: { readonly json: boolean | undefined; readonly io: CommandIo },
  { program, done, explain }: AnswerWords<T>,
): number {
  if (!answered.ok) {
    io.err(`${program}: ${explain(answered.error)}`);
    return answered.error.code === 'log-unavailable' || answered.error.code === 'internal' ? 2 : 1;
  }
  const lines = json === true ? [JSON.stringify(answered.value)] : done(answered.value);
  for (const line of lines) {
    io.out(line);
  }
  return 0;
}
