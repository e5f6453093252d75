import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sandboxCommand } from '../../../../main/cli/commands/sandbox.ts';
import { collectIo } from '../collect-io.ts';

async function writePeople(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pravesh-people-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'people.yml');
  await writeFile(file, text);
  return file;
}

/** Runs the command until it says that it is ready. */
async function run(...args: string[]) {
  const io = collectIo();
  const code = sandboxCommand.run(['--port', '0', ...args], io);
  onTestFinished(async () => {
    io.stop();
    await code;
  });
  await expect.poll(() => io.outLines).toHaveLength(1);
  const url = /^sandbox ready (http:\/\/127\.0\.0\.1:\d+)$/.exec(io.outLines[0] ?? '')?.[1] ?? '';
  const generate = (person: object, headers = {}) =>
    fetch(`${url}/api/v3/vaccination/generateOTP`, { method: 'POST', headers, body: JSON.stringify(person) });
  return { io, code, url, generate };
}

/** Runs the command to its end, which must be an error. */
async function fail(...args: string[]): Promise<string> {
  const io = collectIo();
  expect(await sandboxCommand.run(args, io)).toBe(2);
  expect(io.outLines).toEqual([]);
  return io.errLines.join('\n');
}

test('it says one line when it listens, serves, and ends at the signal with 0', async () => {
  const { io, code, url, generate } = await run();
  expect((await generate({ full_name: 'Asha Kumari', mobile_number: '9876543210' })).status).toBe(200);
  io.stop();
  expect(await code).toBe(0);
  expect([io.outLines.length, io.errLines]).toEqual([1, []]);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('people, key and life of a code are as they were given', async () => {
  const file = await writePeople('- {full_name: Ravi, mobile_number: 9000000011, vaccination_status: 1}\n');
  const { url, generate } = await run('--people', file, '--api-key', 'right', '--otp-seconds', '30');
  const ravi = { full_name: 'Ravi', mobile_number: '9000000011' };
  expect((await generate(ravi)).status).toBe(403);
  expect((await generate(ravi, { 'x-api-key': 'right' })).status).toBe(200);
  const [sms] = await (await fetch(`${url}/sandbox/messages`)).json();
  expect(sms.text).toContain('30 seconds');
});

test('a signal that came before the start ends it as well', async () => {
  const io = collectIo();
  io.stop();
  expect(await sandboxCommand.run(['--port', '0'], io)).toBe(0);
});

test.each([
  [['--port', '65536'], '--port takes a whole number from 0 to 65535'],
  [['--port', 'http'], '--port takes a whole number'],
  [['--otp-seconds', '0'], '--otp-seconds takes a whole number from 1 to 86400'],
  [['--api-key', ''], '--api-key is empty'],
  [['--peopel', 'x'], '--peopel'],
  [['extra'], 'there is one argument too many: extra'],
])('%j is refused with a hint at the help', async (args, message) => {
  const words = await fail(...args);
  expect(words).toContain(message);
  expect(words).toContain('pravesh sandbox --help');
});

test('a people file that is wrong is named with line and field', async () => {
  const file = await writePeople('- full_name: Ravi\n  mobile_number: 900\n  vaccination_status: 1\n');
  const words = await fail('--port', '0', '--people', file);
  expect(words).toContain(`${file}, line 2, mobile_number: must be ten digits`);
  expect(words).toContain('Mend the file');
});

test('a people file that is not there is named with the reason', async () => {
  const words = await fail('--port', '0', '--people', join(tmpdir(), 'pravesh-no-such-file.yml'));
  expect(words).toContain('pravesh-no-such-file.yml cannot be read: there is no such file');
  expect(await fail('--port', '0', '--people', tmpdir())).toContain('cannot be read: it is a folder');
});

test('a port that is taken is named with what to do', async () => {
  const { url } = await run();
  const words = await fail('--port', new URL(url).port);
  expect(words).toContain(
    `127.0.0.1:${new URL(url).port} cannot be listened on: another program listens there already`,
  );
  expect(words).toContain('Choose another port with --port');
});

test('help tells every option', async () => {
  const io = collectIo();
  expect(await sandboxCommand.run(['--help'], io)).toBe(0);
  for (const option of ['--port', '--people', '--api-key', '--otp-seconds', '4790', '180']) {
    expect(io.outLines.join('\n')).toContain(option);
  }
});
