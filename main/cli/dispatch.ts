/**
 * From `pravesh <command> ...` to the command: help, version, a suggestion for a mistyped word.
 * Runs in Node. Commands are loaded when they are asked for, so that the program starts quickly.
 */
import { type Command, type CommandIo, reportError, UsageError, wantsHelp } from './command.ts';

/** The commands by name, each behind the import of its own file. */
export type CommandTable = Readonly<Record<string, () => Promise<Command>>>;

/**
 * Runs the command that the arguments name.
 * @param args what stands after `pravesh`
 * @returns the exit code: 0, 1 (the answer is no) or 2 (could not be done)
 */
export async function dispatch(args: readonly string[], table: CommandTable, io: CommandIo): Promise<number> {
  const [word, ...rest] = args;
  if (word === '--version') {
    const { version } = await import('../contract/public.ts');
    io.out(version);
    return 0;
  }
  if (word === undefined) {
    await printHelp(table, io.err);
    return 2;
  }
  const load = Object.hasOwn(table, word) ? table[word] : undefined;
  if (load !== undefined) {
    return (await load()).run(rest, io);
  }
  if (wantsHelp([word])) {
    await printHelp(table, io.out);
    return 0;
  }
  return reportError(new UsageError(await explainUnknown(word, table)), 'pravesh', io);
}

async function printHelp(table: CommandTable, print: (line: string) => void): Promise<void> {
  const commands = await Promise.all(Object.values(table).map((load) => load()));
  const width = Math.max(...commands.map(({ name }) => name.length));
  print('pravesh <command> [options]');
  print('A self-service entry terminal, with consent, and an entry log.');
  print('');
  for (const { name, summary } of commands) {
    print(`  ${name.padEnd(width)}  ${summary}`);
  }
  print('');
  print('`pravesh <command> --help` tells more; `pravesh --version` prints the version.');
  print('Exit codes: 0 done, 1 the answer is no, 2 could not be done.');
}

async function explainUnknown(word: string, table: CommandTable): Promise<string> {
  const { findClosestWord } = await import('../contract/public.ts');
  const closest = findClosestWord(word, Object.keys(table));
  const kind = word.startsWith('-') ? 'option' : 'command';
  return `there is no ${kind} "${word}"${closest === undefined ? '' : `; did you mean "${closest}"?`}`;
}
