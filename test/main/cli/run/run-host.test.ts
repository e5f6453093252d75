/** The hosts are kept: a server that crashes comes back on its port, and Electron is stepped over, run again or answered for. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { AskedHost } from '../../../../main/cli/run/host-choice.ts';
import { runHost } from '../../../../main/cli/run/run-host.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { collectIo } from '../collect-io.ts';

/** A server that serves nothing: its launch token is its number, and it repeats what it is told. */
const quietServer = `
import { createServer } from 'node:http';
const given = process.argv.find((argument) => argument.startsWith('--port='))?.slice(7) ?? '0';
const server = createServer((request, response) => response.end('served')).listen(Number(given), '127.0.0.1', () => {
  process.send({ still: '<p>still</p>' });
  console.log('pravesh ready http://127.0.0.1:' + server.address().port + '/?launch=' + process.pid);
});
process.on('message', (word) => console.error('told ' + word));
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
`;

interface Started {
  readonly electron?: string;
  readonly server?: string;
}

/** Runs with programs that are these scripts, and a browser that ends at once. */
function start(asked: AskedHost, { electron, server = quietServer }: Started) {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'electron');
  writeFileSync(path, `#!/bin/sh\n${electron}\n`);
  chmodSync(path, 0o755);
  const program = join(folder, 'server.mjs');
  writeFileSync(program, server);
  vi.stubEnv('PRAVESH_BROWSER', '/bin/false');
  const io = collectIo();
  const found = electron === undefined ? { missing: 'there is none' } : { path };
  const facts = { display: true, root: false, electron: found, browser: { path: '/bin/false' } };
  const serving = { program, args: [], port: 0 };
  const plan = { serving, rendererFolder: folder, electron: { main: 'electron.js', args: ['--port=0'] } };
  const code = runHost(asked, facts, plan, io);
  onTestFinished(async () => {
    io.stop();
    await code;
    vi.unstubAllEnvs();
  });
  return { io, code };
}

const poll = { timeout: 10_000 };

const readUrl = (line: string | undefined) => new URL(line?.split(' ')[2] ?? '');
const pidOf = (line: string | undefined) => Number(readUrl(line).searchParams.get('launch'));

test('a server that is killed comes back at once, on the same port; the fifth time it rests', async () => {
  const { io, code } = start('server', {});
  for (const deaths of [0, 1, 2, 3, 4]) {
    await expect.poll(() => io.outLines.length, poll).toBe(deaths + 1);
    process.kill(pidOf(io.outLines[deaths]), 'SIGKILL');
  }
  await expect.poll(() => io.errLines.length, poll).toBe(5);
  expect(new Set(io.outLines.map((line) => readUrl(line).port)).size).toBe(1);
  expect(new Set(io.outLines.map(pidOf)).size).toBe(5);
  expect(io.errLines[3]).toBe('pravesh run: the server has ended (exit code 128): it is started again');
  expect(io.errLines[4]).toBe('pravesh run: the server has ended (exit code 128): it is started again in a minute');
  io.stop();
  expect(await code).toBe(0);
});

test.for([
  ['process.exit(2)', 2, 'could not start: it is not tried again'],
  ["console.log('pravesh ready http://127.0.0.1:1/'); process.exit(0)", 0, 'staff have left it'],
] as const)('a server that ends by itself, %s: %i', async ([server, expected]) => {
  const { io, code } = start('server', { server });
  expect(await code).toBe(expected);
  expect(io.errLines).toEqual([]);
});

test('a browser that keeps dying leaves the server up, which is told', async () => {
  const { io, code } = start('browser', {});
  await expect.poll(() => io.errLines.join('\n'), poll).toContain('The server stays up');
  await expect.poll(() => io.errLines, poll).toContain('told crashes');
  expect(io.errLines.filter((line) => line === 'told page-gone')).toHaveLength(5);
  expect(await (await fetch(readUrl(io.outLines[0]))).text()).toBe('served');
  io.stop();
  expect(await code).toBe(0);
});

test('auto: Electron that crashes before the ready line leads to the browser, which says why', async () => {
  const { io, code } = start('auto', { electron: 'kill -TRAP $$' });
  await expect.poll(() => io.outLines, poll).toEqual([expect.stringMatching(/^pravesh ready http:/)]);
  expect(io.errLines[0]).toBe('pravesh run: not in Electron: it ended before it showed the kiosk (exit code 133)');
  io.stop();
  expect(await code).toBe(0);
});

test.for([
  ['auto', 'exit 2', 2],
  ['auto', 'exit 0', 0],
  ['electron', 'exit 133', 133],
] as const)('%s, Electron does `%s`: its exit code %i is ours', async ([asked, electron, expected]) => {
  const { io, code } = start(asked, { electron });
  expect(await code).toBe(expected);
  expect(io.errLines).toEqual([]);
});

test('Electron that has served and crashes is started again, and one that staff begin anew is, without a word', async () => {
  const notes = join(makeTemporaryFolder(), 'lives');
  const electron = [
    `echo "$*" >> '${notes}'`,
    'echo "pravesh ready pravesh://kiosk/"',
    `case $(wc -l < '${notes}') in 1) exit 70;; 2) exit 75;; *) exit 0;; esac`,
  ].join('\n');
  const { io, code } = start('electron', { electron });
  expect(await code).toBe(0);
  expect(io.outLines).toHaveLength(3);
  expect(io.errLines).toEqual(['pravesh run: Electron has ended (exit code 70): it is started again']);
});
