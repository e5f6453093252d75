/**
 * `pravesh config`: checks a configuration, or prints one to start from.
 * Runs in Node, for the CLI.
 */
import { join } from 'node:path';
import {
  beatSecret,
  type ConfigProblem,
  describeProblem,
  exampleConfig,
  gateSecret,
  loadSettings,
  SettingsError,
} from '../../core/kiosk.ts';
import type { Secrets } from '../../core/ports.ts';
import { buildFiles, readTextFile } from '../../platform/files.ts';
import { buildRandom } from '../../platform/random.ts';
import { buildSecrets } from '../../platform/secrets.ts';
import { buildCommand, CommandError, type CommandIo, folderOptions, folderUsage, UsageError } from '../command.ts';
import { findDataFolder } from '../data-folder.ts';
import { thisMachine } from '../settings.ts';

const usage = `pravesh config check FILE [--json]
pravesh config example
pravesh config gate-secret [--data DIR] [--config FILE]
pravesh config heartbeat-secret [--data DIR] [--config FILE]

check      reads a configuration and says all that is wrong with it; files that it names are read too
example    prints a commented configuration to start from
gate-secret
           prints what messages to actions.onAdmitted.url are signed with (Standard Webhooks), for the gate alone;
           it is made when there is none yet
heartbeat-secret
           the same for the heartbeats to health.heartbeat.url, for their receiver alone

Options
  --json     of check: one JSON value on stdout, {"ok", "file", "problems": [{"key", "line", "column", "reason"}]}
${folderUsage}

Exit codes: 0 it is right, 1 it is not, 2 there is no such file.`;

export const configCommand = buildCommand({
  name: 'config',
  summary: 'Check a configuration, or print one to start from',
  usage,
  options: { ...folderOptions, json: { type: 'boolean', default: false } },
  positionals: ['check|example|gate-secret|heartbeat-secret'],
  optionalPositionals: ['FILE'],
  async run({ values, positionals: [action, file] }, io) {
    switch (action) {
      case 'example':
        io.out(exampleConfig().trimEnd());
        return 0;
      case 'check':
        return checkConfig(file, values.json, io);
      case 'gate-secret':
        io.out(gateSecret(openSecrets(findDataFolder(values))));
        return 0;
      case 'heartbeat-secret':
        io.out(beatSecret(openSecrets(findDataFolder(values))));
        return 0;
      default:
        throw new UsageError('takes `check FILE`, `example`, `gate-secret` or `heartbeat-secret`');
    }
  },
});

/** Also beside a running kiosk: whoever comes first makes the key, and the other reads it. */
function openSecrets(data: string): Secrets {
  const files = buildFiles();
  files.makeFolder(data);
  return buildSecrets(join(data, 'keys'), buildRandom(), files);
}

function checkConfig(file: string | undefined, json: boolean, io: CommandIo): number {
  if (file === undefined) {
    throw new UsageError('check takes the FILE to check');
  }
  const problems = findProblems(file);
  const ok = problems.length === 0;
  if (json) {
    const shown = problems.map(({ key, line, column, reason }) => ({ key, line, column, reason }));
    io.out(JSON.stringify({ ok, file, problems: shown }));
  } else if (ok) {
    io.out('ok');
  }
  for (const problem of json ? [] : problems) {
    io.err(describeProblem(problem));
  }
  return ok ? 0 : 1;
}

function findProblems(file: string): readonly ConfigProblem[] {
  requireReadable(file);
  try {
    loadSettings({ config: file }, thisMachine());
    return [];
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.problems;
    }
    throw error;
  }
}

/** A file that is not there is no wrong configuration: nothing could be checked. */
function requireReadable(file: string): void {
  let text: string | undefined;
  try {
    text = readTextFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CommandError(`${file} cannot be read (${code}); look at its permissions`);
  }
  if (text === undefined) {
    throw new CommandError(`there is no file ${file}`);
  }
}
