/** `pravesh run --no-restart`, the process that serves, as a whole: the real core, sandbox, SQLite and HTTP on a free port. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runCommand } from '../../../../main/cli/commands/run.ts';
import { crashRecordOf } from '../../../../main/platform/crash-record.ts';
import { askLocalDoor } from '../../../../main/platform/local-door.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { collectIo } from '../collect-io.ts';

const readyLine = /^pravesh ready (http:\/\/127\.0\.0\.1:\d+)\/\?launch=[\w-]{43}$/;

const alone = ['--host', 'server', '--no-restart'];

/** Runs the command until it says that it is ready. */
async function run(...args: string[]) {
  const io = collectIo();
  const code = runCommand.run([...alone, ...args], io);
  onTestFinished(async () => {
    io.stop();
    await code;
  });
  await expect.poll(() => io.outLines, { timeout: 10_000 }).toHaveLength(1);
  const url = readyLine.exec(io.outLines[0] ?? '')?.[1] ?? '';
  return { io, code, url };
}

async function fail(...args: string[]): Promise<string> {
  const io = collectIo();
  expect(await runCommand.run(args, io)).toBe(2);
  expect(io.outLines).toEqual([]);
  return io.errLines.join('\n');
}

test('it serves a demonstration, says one line, and ends at the signal with 0; the folder is free again', async () => {
  const args = ['--port', '0', '--data', makeTemporaryFolder()];
  const { io, code, url } = await run(...args);
  const launched = await fetch(io.outLines[0]?.split(' ')[2] ?? '', { redirect: 'manual' });
  expect([launched.status, launched.headers.get('location')]).toEqual([303, '/kiosk']);
  const cookie = launched.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const kiosk = await fetch(`${url}/api/v1/kiosk`, { headers: { cookie } });
  expect(await kiosk.json()).toMatchObject({ demo: true });
  io.stop();
  expect(await code).toBe(0);
  expect([io.outLines.length, io.errLines]).toEqual([1, []]);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  expect((await run(...args)).url).not.toBe('');
});

test('a data folder in use: exit 2, in words, and what was opened is closed', async () => {
  const data = makeTemporaryFolder();
  await run('--port', '0', '--data', data);
  expect(await fail(...alone, '--port', '0', '--data', data)).toContain(data);
});

test('a port in use: exit 2, in words, and the data folder is let go', async () => {
  const data = makeTemporaryFolder();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const words = await fail(...alone, '--port', port, '--data', data);
  expect(words).toContain(`port ${port} on 127.0.0.1 is taken`);
  expect(words).toContain('--port');
  await run('--port', '0', '--data', data);
});

test('no display: no host with a window can be, and it says which one can', async () => {
  vi.stubEnv('DISPLAY', '');
  vi.stubEnv('WAYLAND_DISPLAY', '');
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const host of ['electron', 'browser']) {
    const words = await fail('--host', host, '--port', '0', '--data', makeTemporaryFolder());
    expect(words).toContain(`--host ${host} cannot be: there is no display`);
    expect(words).toContain('--host server');
  }
});

test('one that did not end in order leaves its mark, and one that did takes it away', async () => {
  const data = makeTemporaryFolder();
  const { io, code } = await run('--port', '0', '--data', data);
  expect(JSON.parse(readFileSync(crashRecordOf(data), 'utf8'))).toEqual({ crashes: [] });
  io.stop();
  expect(await code).toBe(0);
  expect(existsSync(crashRecordOf(data))).toBe(false);
});

test('after five crashes in two minutes it is out of order until staff say otherwise', async () => {
  const data = makeTemporaryFolder();
  const crashes = [4, 3, 2, 1].map((seconds) => Date.now() - seconds * 1_000);
  writeFileSync(crashRecordOf(data), JSON.stringify({ crashes }));
  const { url } = await run('--port', '0', '--data', data);
  const describe = async () => (await fetch(`${url}/api/v1/kiosk`)).json();
  expect(await describe()).toMatchObject({ state: 'out-of-order', reason: 'crashes' });
  expect(await askLocalDoor(data, 'service.resume', {})).toMatchObject({ ok: true });
  expect(await describe()).toMatchObject({ state: 'in-service' });
});

test.for([
  [['--host', 'window'], '--host takes auto, electron, browser, server; not "window"'],
  [['--no-restart'], '--no-restart goes with --host server'],
  [['--port', 'x'], '--port takes a whole number'],
  [['--port', '65536'], '--port takes a whole number'],
  [['--config', join('nowhere', 'pravesh.yml')], 'no such file'],
] as const)('%o: exit 2, in words', async ([args, words]) => {
  expect(await fail('--data', makeTemporaryFolder(), ...args)).toContain(words);
});

test('--help names every option', async () => {
  const io = collectIo();
  expect(await runCommand.run(['--help'], io)).toBe(0);
  for (const word of ['--host', '--no-restart', '--port', '--data', '--config', 'PRAVESH_BROWSER', 'pravesh ready']) {
    expect(io.outLines.join('\n')).toContain(word);
  }
});
