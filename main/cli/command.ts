/**
 * What a command of the CLI is, and the one way its arguments are read.
 * Runs in Node, for `pravesh <command>`.
 */
import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** What a command may touch of its surroundings. Data goes to `out`, messages to `err`, a line at a time. */
export interface CommandIo {
  out(line: string): void;
  err(line: string): void;
  /** Aborted when the user or the system wants the program to end. */
  readonly signal: AbortSignal;
}

/** Why the signal was aborted when the program itself has made a mistake: it ends in order, and not well. */
export class Crash extends Error {
  /** @param cause what was thrown; it may hold anything, and is shown to nobody */
  constructor(cause?: unknown) {
    super('the program has made a mistake', { cause });
    this.name = 'Crash';
  }
}

/** Whether the program ends because of a mistake of its own. */
export function isCrash(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason instanceof Crash;
}

/** One word after `pravesh`. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The text of `--help`, with every option. */
  readonly usage: string;
  /** Answers the exit code: 0, 1 (the answer is no) or 2 (could not be done). */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** It could not be done, for a reason that the user can mend: printed line by line, exit code 2. */
export class CommandError extends Error {
  readonly lines: readonly string[];

  constructor(...lines: readonly [string, ...string[]]) {
    super(lines.join('\n'));
    this.name = 'CommandError';
    this.lines = lines;
  }
}

/** The arguments do not fit the command: printed with a hint at `--help`, exit code 2. */
export class UsageError extends CommandError {}

/** Options that most commands take; their lines for a usage text are {@link folderUsage}. */
export const folderOptions = { data: { type: 'string' }, config: { type: 'string' } } as const;
export const folderUsage = [
  '  --data DIR       the data folder (default: the application-data folder of this account)',
  '  --config FILE    the configuration (default: pravesh.yml in the data folder; without one, DEMO)',
].join('\n');

type OptionValues<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>['values'];

/** A command as its author writes it: options as `node:util` knows them, arguments by their names. */
export interface CommandSpec<O extends ParseArgsOptionsConfig> {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly options: O;
  /** Names of the arguments that must be given, in order: `['FILE']`. Default none. */
  readonly positionals?: readonly string[];
  /** Names of those that may follow. Default none. */
  readonly optionalPositionals?: readonly string[];
  run(input: { values: OptionValues<O>; positionals: readonly string[] }, io: CommandIo): Promise<number>;
}

/**
 * Builds a command from its spec: reads the arguments, answers `--help`, and turns every {@link CommandError}
 * into words and exit code 2. Other errors are programming mistakes and pass through.
 */
export function buildCommand<const O extends ParseArgsOptionsConfig>(spec: CommandSpec<O>): Command {
  const { name, summary, usage } = spec;
  return {
    name,
    summary,
    usage,
    async run(args, io) {
      if (wantsHelp(args)) {
        io.out(usage);
        return 0;
      }
      try {
        return await spec.run(readArguments(spec, args), io);
      } catch (error) {
        return reportError(error, `pravesh ${name}`, io);
      }
    },
  };
}

/** Reads a whole number given to an option, such as a port. Throws a {@link UsageError}. */
export function readWholeNumber(text: string, option: string, range: { min: number; max: number }): number {
  const value = /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= range.min && value <= range.max)) {
    throw new UsageError(`${option} takes a whole number from ${range.min} to ${range.max}`);
  }
  return value;
}

/** Prints a {@link CommandError} and answers exit code 2; throws anything else again. */
export function reportError(error: unknown, program: string, io: CommandIo): number {
  if (!(error instanceof CommandError)) {
    throw error;
  }
  for (const line of error.lines) {
    io.err(`${program}: ${line}`);
  }
  if (error instanceof UsageError) {
    io.err(`See \`${program} --help\`.`);
  }
  return 2;
}

/** Whether help is asked for, wherever among the options; what stands after `--` is not an option. */
export function wantsHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function readArguments<O extends ParseArgsOptionsConfig>(spec: CommandSpec<O>, args: readonly string[]) {
  const { values, positionals } = parse({
    options: spec.options,
    args: [...args],
    strict: true,
    allowPositionals: true,
  });
  const { positionals: wanted = [], optionalPositionals: optional = [] } = spec;
  const missing = wanted[positionals.length];
  if (missing !== undefined) {
    throw new UsageError(`${missing} is missing`);
  }
  const extra = positionals[wanted.length + optional.length];
  if (extra !== undefined) {
    throw new UsageError(`there is one argument too many: ${extra}`);
  }
  return { values, positionals };
}

/** As `parseArgs`, with its complaints about the arguments as a {@link UsageError}. */
function parse<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')) {
      // Node adds advice about `--` after the first sentence that helps nobody here.
      throw new UsageError(error.message.split(/\. |\n/, 1)[0] ?? error.message);
    }
    throw error;
  }
}
