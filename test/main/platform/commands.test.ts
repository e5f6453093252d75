/** Programs are run without a shell, with little of our environment, and ended with all that they have started. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Stop } from '../../../main/core/stop.ts';
import { buildCommands } from '../../../main/platform/commands.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const { PATH = '' } = process.env;

/** Runs a script of Node with the port; a program that answers takes no minute. */
function runScript(script: string, more: { args?: string[]; input?: string; timeoutMs?: number; signal?: Stop } = {}) {
  const { args = [], input = '', timeoutMs = 60_000, signal } = more;
  const commands = buildCommands({ PATH, PRAVESH_API_KEY: 'secret-of-the-test' });
  return commands.run({
    command: process.execPath,
    args: ['-e', script, ...args],
    env: { PRAVESH_SEQ: '7' },
    input,
    timeoutMs,
    ...(signal && { signal }),
  });
}

test('arguments and input arrive as they are, and nothing secret does', async () => {
  const file = join(makeTemporaryFolder(), 'seen');
  const script = `const seen = { args: process.argv.slice(2), env: process.env, input: require('node:fs').readFileSync(0, 'utf8') };
    require('node:fs').writeFileSync(process.argv[1], JSON.stringify(seen));`;
  const args = ['$(touch x)', '; exit 1', 'a b', '*'];
  expect(await runScript(script, { args: [file, ...args], input: '{"seq":7}' })).toBe('ok');
  const seen = JSON.parse(readFileSync(file, 'utf8'));
  expect(seen).toMatchObject({ args, input: '{"seq":7}', env: { PRAVESH_SEQ: '7', PATH } });
  expect(seen.env).not.toHaveProperty('PRAVESH_API_KEY');
});

test('what goes wrong is said in a word', async () => {
  const commands = buildCommands({ PATH });
  const request = { args: [], env: {}, input: 'x'.repeat(1_000_000), timeoutMs: 60_000 };
  expect(await commands.run({ ...request, command: '/no/such/program' })).toBe('missing');
  expect(await commands.run({ ...request, command: 'a\0b' })).toBe('missing');
  expect(await runScript('process.exit(3)', { input: request.input })).toBe('failed');
});

test.skipIf(process.platform === 'win32')('a program that is late is ended with its children', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  // A child of the program holds a connection for as long as it lives.
  const child = `require('node:net').connect(${port}, '127.0.0.1')`;
  const script = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore' });
    setInterval(() => {}, 1000);`;
  const stop = new Stop();
  const ended = runScript(script, { signal: stop });
  const [socket] = await once(server, 'connection');
  const closed = once(socket, 'close');
  socket.on('error', () => {}).resume();
  stop.abort();
  expect(await ended).toBe('timeout');
  await closed;
  expect(await runScript('setInterval(() => {}, 1000)', { timeoutMs: 50 })).toBe('timeout');
});

test('a program that is not wanted any more is never begun', async () => {
  const folder = makeTemporaryFolder();
  const stop = new Stop();
  stop.abort();
  const script = `require('node:fs').writeFileSync(process.argv[1], '')`;
  expect(await runScript(script, { args: [join(folder, 'begun')], signal: stop })).toBe('missing');
  // Whoever had been begun would have been begun before this one.
  expect(await runScript(script, { args: [join(folder, 'wanted')] })).toBe('ok');
  expect(readdirSync(folder)).toEqual(['wanted']);
});
