/** The Electron host as a child: its lines, its end, our signal. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runElectron } from '../../../../main/cli/run/electron-host.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { collectIo } from '../collect-io.ts';

function fakeElectron(script: string): string {
  const path = join(makeTemporaryFolder(), 'electron');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const args = ['--data=/a b', '--port=0'];

test('it gets our arguments, its lines are ours, its code comes back', async () => {
  const io = collectIo();
  const binary = fakeElectron('for a in "$@"; do echo "$a"; done; printf "pravesh ready x\\n"; exit 7');
  expect(await runElectron({ binary, main: '/m/electron.js', args }, io)).toEqual({ code: 7, ready: true });
  expect(io.outLines).toEqual(['/m/electron.js', ...args, 'pravesh ready x']);
});

test('one that dies at its start was not ready', async () => {
  const binary = fakeElectron('kill -TRAP $$');
  expect(await runElectron({ binary, main: '', args }, collectIo())).toEqual({ code: 133, ready: false });
  expect(await runElectron({ binary: '/nowhere', main: '', args }, collectIo())).toEqual({ code: 1, ready: false });
});

test('the signal ends it, in its own time', async () => {
  const io = collectIo();
  const binary = fakeElectron(
    'trap "echo closed; exit 0" TERM; echo "pravesh ready x"; while true; do sleep 0.05; done',
  );
  const ended = runElectron({ binary, main: '', args }, io);
  await expect.poll(() => io.outLines).toEqual(['pravesh ready x']);
  io.stop();
  expect(await ended).toEqual({ code: 0, ready: true });
  expect(io.outLines).toEqual(['pravesh ready x', 'closed']);
});
