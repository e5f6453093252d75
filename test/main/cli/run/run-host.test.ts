/** Electron that dies at its start is stepped over with `auto`, and answered for otherwise. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { AskedHost } from '../../../../main/cli/run/host-choice.ts';
import { runHost } from '../../../../main/cli/run/run-host.ts';
import { loadSettings } from '../../../../main/cli/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { collectIo } from '../collect-io.ts';

/** Runs with an Electron that is this shell script, and a browser that ends at once. */
function start(asked: AskedHost, script: string) {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'electron');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  vi.stubEnv('PRAVESH_BROWSER', '/bin/false');
  const io = collectIo();
  const facts = { display: true, root: false, electron: { path }, browser: { missing: 'it was not looked for' } };
  const loaded = loadSettings({ data: join(folder, 'data') });
  const serve = { loaded, port: 0, rendererFolder: folder };
  const code = runHost(asked, facts, { serve, electron: { main: 'electron.js', args: ['--port=0'] } }, io);
  onTestFinished(async () => {
    io.stop();
    await code;
    vi.unstubAllEnvs();
  });
  return { io, code };
}

test('auto: a crash before the ready line leads to the browser, which says why', async () => {
  const { io, code } = start('auto', 'kill -TRAP $$');
  await expect.poll(() => io.outLines, { timeout: 10_000 }).toEqual([expect.stringMatching(/^pravesh ready http:/)]);
  expect(io.errLines[0]).toBe('pravesh run: not in Electron: it ended before it showed the kiosk (exit code 133)');
  io.stop();
  expect(await code).toBe(0);
});

test.for([
  ['auto', 'echo "pravesh ready x"; exit 1', 1],
  ['auto', 'exit 2', 2],
  ['auto', 'exit 0', 0],
  ['electron', 'exit 133', 133],
] as const)('%s, `%s`: its exit code %i is ours', async ([asked, script, expected]) => {
  const { io, code } = start(asked, script);
  expect(await code).toBe(expected);
  expect(io.errLines).toEqual([]);
});
