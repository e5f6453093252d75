/**
 * `pravesh verify`: says of exports, or of a log where it lives, what holds, what does not and what cannot be known.
 * Runs in Node, for the CLI. It reads only.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { exportFiles, type OlderHead, verifySeries } from '../../contract/public.ts';
import { isLogVersionError, verifyLogInThreads } from '../../core/kiosk.ts';
import { buildCommand, CommandError, type CommandIo, UsageError } from '../command.ts';
import { readGivenKey, readOlderNote } from '../verify/given.ts';
import { nodeTools } from '../verify/node-tools.ts';
import { type PathReport, printReports } from '../verify/print-report.ts';
import { countProgress } from '../verify/progress.ts';
import { readExportFolder } from '../verify/read-export.ts';
import { findTarget, type Target } from '../verify/targets.ts';
import { findWalkThreads } from '../verify/walk-threads.ts';

const usage = `pravesh verify PATH... [--against CHECKPOINT]... [--key VERIFIER-KEY] [--json]
Verifies an export, several exports in a row, or the entry log of a data folder, and names the first bad row.
PATH is an export folder, a data folder, or a database file.

Options
  --against PATH   an older checkpoint that left the terminal: checkpoint.txt, an export folder, or a receipt.
                   Only with one are a cut, a setback, a rewrite and a fork of the log found
  --key KEY        the verifier key of the terminal, or a file with it (pravesh.pub), from somewhere else than the
                   export; without it the key of the export itself is used, which says nothing of whose it is
  --json           one JSON value on stdout

Exit codes: 0 nothing was found that does not hold, 1 something does not hold, 2 could not be verified.`;

/** Below these, progress is not worth a line. */
const leastBytes = 100_000_000;
const leastRows = 200_000;

export const verifyCommand = buildCommand({
  name: 'verify',
  summary: 'Verify exports or the log: changed, missing, added rows',
  usage,
  options: {
    against: { type: 'string', multiple: true, default: [] },
    key: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  positionals: ['PATH'],
  // As many exports in a row as anybody has.
  optionalPositionals: Array.from({ length: 9_999 }, () => 'PATH'),
  async run({ values, positionals }, io) {
    const targets = positionals.map(findTarget);
    const given: Given = {
      key: values.key === undefined ? undefined : readGivenKey(values.key, nodeTools),
      older: values.against.map((path) => ({ by: 'given', note: readOlderNote(path) })),
    };
    const reports = await verifyTargets(targets, given, io);
    printReports(reports, values.json, io);
    return reports.every(({ ok }) => ok) ? 0 : 1;
  },
});

interface Given {
  readonly key: string | undefined;
  readonly older: readonly OlderHead[];
}

async function verifyTargets(targets: readonly Target[], given: Given, io: CommandIo): Promise<PathReport[]> {
  const [first] = targets;
  if (first?.kind === 'log') {
    if (targets.length > 1) {
      throw new UsageError('takes one log at a time; several exports may stand in a row');
    }
    return [await verifyLogTarget(first, given, io)];
  }
  const paths = targets.map(({ kind, path }) => {
    if (kind === 'log') {
      throw new UsageError('takes exports or a log, not both');
    }
    return path;
  });
  return verifyExports(paths, given, io);
}

async function verifyLogTarget(
  { path, seed }: Extract<Target, { kind: 'log' }>,
  given: Given,
  io: CommandIo,
): Promise<PathReport> {
  try {
    const options = { path, ...given, seed, tools: nodeTools, onProgress: countProgress(io, leastRows) };
    return { path, ...(await verifyLogInThreads(options, findWalkThreads())) };
  } catch (error) {
    if (isLogVersionError(error)) {
      throw new CommandError(`${path} cannot be verified: ${error.message}`);
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code?.startsWith('SQLITE_')) {
      throw new CommandError(`the entry log ${path} cannot be read (${code}); \`pravesh doctor\` tells more`);
    }
    throw error;
  }
}

async function verifyExports(paths: readonly string[], given: Given, io: CommandIo): Promise<PathReport[]> {
  const total = paths.map(sizeOfExport).reduce((sum, size) => sum + size, 0);
  const say = countProgress(io, leastBytes);
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    say(done, total);
  };
  const exports = paths.map((path) => ({ name: path, reader: readExportFolder(path, onBytes) }));
  const reports = await verifySeries(exports, nodeTools, given);
  return reports.map(({ name, ...report }) => ({ path: name, ...report }));
}

function sizeOfExport(folder: string): number {
  const sizes = Object.values(exportFiles).map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size);
  return sizes.reduce<number>((sum, size = 0) => sum + size, 0);
}
