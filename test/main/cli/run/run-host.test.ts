/** Electron that dies at its start is stepped over with `auto`, and answered for otherwise. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CommandError } from '../../../../main/cli/command.ts';
import type { AskedHost } from '../../../../main/cli/run/host-choice.ts';
import { runHost } from '../../../../main/cli/run/run-host.ts';
import { loadSettings } from '../../../../main/cli/settings.ts';
import { openLogReader } from '../../../../main/core/kiosk.ts';
import { askLocalDoor } from '../../../../main/platform/local-door.ts';
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

test('staff leave the kiosk: the program ends; staff restart it: it begins anew with the configuration of now', async () => {
  const folder = makeTemporaryFolder();
  const data = join(folder, 'data');
  const io = collectIo();
  let read = 0;
  const plan = {
    serve: { loaded: loadSettings({ data }), port: 0, rendererFolder: folder },
    reload: () => {
      read += 1;
      if (read > 1) {
        throw new CommandError('pravesh.yml:1:1 site: is missing');
      }
      return loadSettings({ data });
    },
    electron: { main: 'electron.js', args: [] },
  };
  const facts = { display: false, root: false, electron: { missing: 'none' }, browser: { missing: 'none' } };
  const code = runHost('server', facts, plan, io);
  onTestFinished(async () => {
    io.stop();
    await code;
  });
  const asked = ['kiosk.restart', 'kiosk.restart', 'kiosk.leave'] as const;
  for (const [times, act] of asked.entries()) {
    await expect.poll(() => io.outLines.length, { timeout: 10_000 }).toBe(times + 1);
    expect(await askLocalDoor(data, act, {})).toEqual({ ok: true, value: {} });
  }
  expect(await code).toBe(0);
  expect(new Set(io.outLines).size).toBe(3);
  expect(io.errLines).toContain('pravesh run: the configuration of before goes on');
  const reader = openLogReader({ data });
  // Before them a demonstration begins to count who is inside.
  const acts = reader.list({ limit: 10 }).filter(({ reason }) => reason !== 'inside-close');
  expect(acts.map(({ reason, operator }) => `${reason} ${operator}`)).toEqual([
    'restart local',
    'restart local',
    'leave local',
  ]);
  reader.close();
});
