/** The report for whoever helps: what is in it, what is not, and what becomes of its file. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { doctorCommand } from '../../../../main/cli/commands/doctor.ts';
import { version } from '../../../../main/contract/public.ts';
import { leaveCrash, logFolderOf, openHostLog, sayOpened } from '../../../../main/platform/host-log.ts';
import { openLocalDoor } from '../../../../main/platform/local-door.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { startInput } from '../../../support/visitor-client.ts';
import { collectIo } from '../collect-io.ts';

const person = { full_name: 'Asha Kumari', mobile_number: '9876543210', vaccination_status: 2 } as const;
const secrets = ['key-3f9a1c77', 'gate-word', 'beat-word', '98111 22333', 'Room of Meera', 'privacy-word'];

const configOf = (baseUrl: string) => `site: {id: hq, name: Head Office, terminal: gate-1}
upstream: {baseUrl: "${baseUrl}", apiKey: key-3f9a1c77}
policy: {purposes: {visitor: {admit: [2], refer: [1]}}}
privacy: {contact: {desk: Room of Meera, phone: "+91 98111 22333", url: "https://example.org/?privacy-word"}}
actions: {onAdmitted: {url: "https://gate.example.in/open/gate-word"}}
health: {heartbeat: {url: "https://watch.example.in/beat-word?t=beat-word", everyMinutes: 7}}
`;

async function run(...args: string[]) {
  const io = collectIo();
  return { code: await doctorCommand.run(args, io), out: io.outLines, err: io.errLines };
}

/** A kiosk with a visit behind it, a log with all kinds of lines, and its configuration. */
async function openVisited() {
  const host = (data: string) => {
    const opened = openHostLog(data);
    onTestFinished(opened.close);
    return opened.logger;
  };
  const world = await openTestKiosk({ sandbox: { people: [person] } });
  const { data, kiosk, sandbox } = world;
  const logger = host(data);
  sayOpened(logger);
  logger.info('upstream call', { call: 'generateOtp', ms: 12, status: 200 });
  logger.warn('named by mistake', { code: person.mobile_number, reason: person.full_name });
  leaveCrash(data, new RangeError(`${person.full_name} ${person.mobile_number}`));
  const visitor = kiosk.client({ kind: 'kiosk', id: 'one' });
  const described = await visitor['kiosk.describe']({});
  const notice = described.ok ? described.value.consent.version : '';
  const started = await visitor['verification.start'](startInput(person, notice));
  const id = started.ok ? started.value.id : '';
  await visitor['verification.submitOtp']({ id, otp: world.newestOtp(person.mobile_number) });
  kiosk.noteCrash();
  const local = { kind: 'operator', id: 'local', local: true } as const;
  onTestFinished(await openLocalDoor(data, (name, input) => kiosk.call(name, local, input)));
  const folder = makeTemporaryFolder();
  const config = join(folder, 'pravesh.yml');
  writeFileSync(config, configOf(sandbox.baseUrl));
  return { ...world, args: ['--data', data, '--config', config], file: join(folder, 'report.json') };
}

test('holds what helps, and no person, key, code or account', async () => {
  const { args, file, data } = await openVisited();
  // A hand that writes into the log, and a line that was cut off.
  appendFileSync(join(logFolderOf(data), 'pravesh.log'), `{"level":"info","time":"now","event":"Asha"}\n{"cut":`);
  const { err } = await run('--report', file, ...args);
  expect(err).toEqual([`pravesh doctor: the report is in ${file}`]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  const report: unknown = JSON.parse(text);
  expect(report).toMatchObject({
    report: 'pravesh-doctor-1',
    version,
    machine: { host: 'Node' },
    checks: expect.arrayContaining([
      expect.objectContaining({ name: 'database', ok: true }),
      expect.objectContaining({ name: 'heartbeat', ok: true }),
    ]),
    settings: {
      site: { id: 'hq', terminal: 'gate-1' },
      upstream: { apiKey: '(given)' },
      actions: { onAdmitted: { url: 'https://gate.example.in' } },
      health: { heartbeat: { url: 'https://watch.example.in', everyMs: 420_000 } },
      privacy: { identity: 'masked', contact: ['desk', 'phone', 'url'] },
    },
    folder: { entries: 1, events: { waiting: 0, dead: 0 }, crashes: [{ of: 'program' }] },
    running: { state: 'in-service', figures: { upstream: { answers: 3 }, crashes: { program: 1, page: 0 } } },
    crashes: [{ version, error: 'RangeError', places: expect.arrayContaining([expect.stringMatching(/^ +at /)]) }],
    log: [
      { level: 'info', event: 'opened', version },
      { level: 'info', event: 'upstream call', call: 'generateOtp', ms: 12, status: 200 },
      { level: 'warn', event: 'named by mistake', code: '[hidden]', reason: '[hidden]' },
    ],
  });
  for (const secret of [...secrets, 'Asha', 'Kumari', '9876543210', '43210', `/${userInfo().username}/`, homedir()]) {
    expect(text).not.toContain(secret);
  }
});

test('is refused where something is, unless it may be replaced; a broken kiosk has one too', async () => {
  const folder = makeTemporaryFolder();
  const data = join(folder, 'data');
  mkdirSync(data);
  writeFileSync(join(data, 'pravesh.yml'), 'site: 1\n');
  writeFileSync(join(data, 'pravesh.db'), 'this is no database, and it is long enough to be told from one'.repeat(50));
  const file = join(folder, 'report.json');
  writeFileSync(file, 'mine');
  const refused = await run('--report', file, '--data', data);
  expect(refused).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('replace it with --force')] });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect((await run('--report', file, '--force', '--json', '--data', data)).code).toBe(1);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    folder: { log: 'cannot be read (SQLITE_NOTADB)' },
    running: { kiosk: 'does not run, or has no door' },
    crashes: [],
    log: [],
  });
  expect(readdirSync(folder).toSorted()).toEqual(['data', 'report.json']);
});

test.each([
  [['--report', '/no/such/folder/report.json'], 'there is no folder /no/such/folder'],
  [['--force'], '--force goes with --report'],
  [
    ['--report', 'x', '--return-to-service'],
    '--return-to-service and --repair look at nothing, so they make no report',
  ],
])('%j is answered in words', async (args, words) => {
  const { code, err } = await run('--data', makeTemporaryFolder(), ...args);
  expect({ code, first: err[0] }).toEqual({ code: 2, first: `pravesh doctor: ${words}` });
  expect(existsSync('x')).toBe(false);
});
