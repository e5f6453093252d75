/**
 * `pravesh doctor`: looks at what a kiosk needs, thing by thing, and says what to do. It changes nothing.
 * Runs in Node, for the CLI.
 */

import { resolve } from 'node:path';
import type { HealthCheck } from '../../contract/public.ts';
import type { LoadedSettings, WantedSettings } from '../../core/kiosk.ts';
import { appFolder } from '../../platform/app-folders.ts';
import { buildClock } from '../../platform/clock.ts';
import { buildFetch } from '../../platform/fetch.ts';
import { buildCommand, CommandError, type CommandIo, folderOptions, folderUsage, UsageError } from '../command.ts';
import { fail, pass } from '../doctor/check.ts';
import { checkClock } from '../doctor/clock-check.ts';
import { checkDatabase, checkDataFolder, checkDisk } from '../doctor/data-folder-checks.ts';
import { checkDoor, ownAddresses } from '../doctor/door-check.ts';
import { checkElectron } from '../doctor/electron-check.ts';
import { checkHeartbeat } from '../doctor/heartbeat-check.ts';
import { checkPassKey } from '../doctor/pass-key-check.ts';
import { repairLog } from '../doctor/repair-log.ts';
import { buildReport, checkReportFile, type ReportParts, writeReport } from '../doctor/report.ts';
import { returnToService } from '../doctor/return-to-service.ts';
import { checkUpstream, type UpstreamFinding } from '../doctor/upstream-check.ts';
import { checkWebhooks } from '../doctor/webhooks-check.ts';
import { checkBrowser, checkDisplay, gatherWindowFacts } from '../doctor/window-checks.ts';
import { loadSettings } from '../settings.ts';

const usage = `pravesh doctor [--json] [--data DIR] [--config FILE]
pravesh doctor --report FILE [--force] [--json] [--data DIR] [--config FILE]
pravesh doctor --return-to-service [--data DIR] [--config FILE]
pravesh doctor --repair [--json] [--data DIR] [--config FILE]

Looks at the configuration, the data folder, the database, the disk, the clock, the upstream, the display, the
browser, and the door to other machines where there is one, and says of each whether it is well or what to do. Where
passes are given out it prints, as "pass key", what the site's other terminals take under passes.trust. It changes
nothing, asks the upstream for no code and sends it nothing of any person.

A terminal that has put itself out of order stays so over restarts, until its configuration is mended or a person
says that it is in order again: stop the kiosk, run --return-to-service, start it. The log keeps that as a row.

With --report it also writes FILE, for whoever helps you: one JSON value with version, machine, all checks,
settings without keys, figures, the last crashes and the end of the logs. It holds nothing of a person.

A log that was found damaged is not written any longer. --repair puts a whole one in its place: the newest good backup
that the kiosk has made by itself (the folder backups/ of the data folder), and after it every row of the damaged log
that can be read and proven. The damaged log stays beside it, under another name. A kiosk that is out of order for it
may go on running, and serves again by itself; one that is not must be stopped first. The log keeps it as a row.

Options
  --report FILE    write the report; FILE is whole or not there
  --force          replace what is at FILE
  --repair         repair a damaged log, and look at nothing else; --json gives {"kind", "rows"} of a log that is whole,
                   or {"kind", "backup", "salvaged", "replaced"}
  --return-to-service
                   end "out of order", and look at nothing else
  --json           one JSON value on stdout: {"ok", "checks": [{"name", "ok", "detail", "todo"}]}
${folderUsage}

Exit codes: 0 all is well, 1 something is not, 2 it could not be done.`;

export const doctorCommand = buildCommand({
  name: 'doctor',
  summary: 'Look at all that a kiosk needs, and say what to do',
  usage,
  options: {
    ...folderOptions,
    json: { type: 'boolean', default: false },
    report: { type: 'string' },
    force: { type: 'boolean', default: false },
    'return-to-service': { type: 'boolean', default: false },
    repair: { type: 'boolean', default: false },
  },
  async run({ values }, io) {
    if (values.force && values.report === undefined) {
      throw new UsageError('--force goes with --report');
    }
    if ((values['return-to-service'] || values.repair) && values.report !== undefined) {
      throw new UsageError('--return-to-service and --repair look at nothing, so they make no report');
    }
    if (values['return-to-service']) {
      const was = await returnToService(loadSettings(values));
      io.out(was ? 'in service again' : 'it was not out of order');
      return 0;
    }
    if (values.repair) {
      return repairLog(loadSettings(values), values.json, io);
    }
    const report = values.report === undefined ? undefined : checkReportFile(values.report, values.force);
    const { checks, ...found } = await examine(values, io.signal);
    if (report !== undefined) {
      writeReport(report, await buildReport({ checks, ...found }), values.force);
      io.err(`pravesh doctor: the report is in ${report}`);
    }
    const ok = checks.every((check) => check.ok);
    if (values.json) {
      io.out(JSON.stringify({ ok, checks }));
    } else {
      printChecks(checks, io);
    }
    return ok ? 0 : 1;
  },
});

async function examine(wanted: WantedSettings, signal: AbortSignal): Promise<ReportParts> {
  const { check: configuration, loaded, data } = checkConfiguration(wanted);
  const database = checkDatabase(data);
  const upstream = await examineUpstream(loaded, signal);
  const clock = checkClock({ now: buildClock().now(), lastEntry: database.lastEntry, upstream: upstream.time });
  const window = await gatherWindowFacts(signal);
  const door =
    loaded === undefined || loaded.demo
      ? undefined
      : checkDoor(loaded.settings.http, buildClock().now(), ownAddresses());
  const passKey = loaded === undefined || loaded.demo ? undefined : checkPassKey(loaded.settings, data);
  const checks = [
    configuration,
    checkDataFolder(data),
    database.check,
    checkDisk(data),
    clock,
    upstream.check,
    ...(door === undefined ? [] : [door]),
    ...(passKey === undefined ? [] : [passKey]),
    ...checkWebhooks(data),
    ...(loaded?.demo === false && loaded.settings.health !== undefined ? checkHeartbeat(data) : []),
    checkDisplay(window),
    checkBrowser(window),
    checkElectron(buildClock().now()),
  ];
  return { checks, loaded, data };
}

function checkConfiguration(wanted: WantedSettings): { check: HealthCheck; data: string; loaded?: LoadedSettings } {
  const name = 'configuration';
  try {
    const loaded = loadSettings(wanted);
    const detail = loaded.demo ? `none: this is DEMO, with its data in ${loaded.data}` : loaded.configFile;
    return { check: pass(name, detail), data: loaded.data, loaded };
  } catch (error) {
    if (!(error instanceof CommandError)) {
      throw error;
    }
    const todo = 'Mend it; `pravesh config check FILE` looks again, `pravesh config example` prints one that is right.';
    return {
      check: fail(name, error.lines.join('\n'), todo),
      data: wanted.data === undefined ? appFolder('pravesh') : resolve(wanted.data),
    };
  }
}

async function examineUpstream(loaded: LoadedSettings | undefined, signal: AbortSignal): Promise<UpstreamFinding> {
  if (loaded === undefined) {
    return { check: fail('upstream', 'not looked at: the configuration is wrong', 'Mend the configuration first.') };
  }
  if (loaded.demo) {
    return { check: pass('upstream', 'the sandbox, which DEMO starts by itself') };
  }
  const { fetch, close } = buildFetch();
  try {
    return await checkUpstream(loaded.settings.upstream, fetch, signal);
  } finally {
    await close();
  }
}

function printChecks(checks: readonly HealthCheck[], io: CommandIo): void {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const indent = ' '.repeat(width + 2);
  for (const { name, ok, detail, todo } of checks) {
    const [first, ...others] = detail.split('\n');
    io.out(`${name.padEnd(width)}  ${ok ? 'ok' : 'NOT WELL'}: ${first}`);
    for (const line of others) {
      io.out(indent + line);
    }
    if (todo !== undefined) {
      io.out(`${indent}-> ${todo}`);
    }
  }
}
