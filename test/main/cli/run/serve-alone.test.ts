/** The process that serves: what staff do with it, and how it ends after a mistake. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CommandError, Crash } from '../../../../main/cli/command.ts';
import { serveAlone } from '../../../../main/cli/run/serve-alone.ts';
import { loadSettings } from '../../../../main/cli/settings.ts';
import { version } from '../../../../main/contract/public.ts';
import { openLogReader } from '../../../../main/core/kiosk.ts';
import { crashRecordOf } from '../../../../main/platform/crash-record.ts';
import { askLocalDoor } from '../../../../main/platform/local-door.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { collectIo } from '../collect-io.ts';

test('staff leave the kiosk: the program ends; staff restart it: it begins anew with the configuration of now', async () => {
  const folder = makeTemporaryFolder();
  const data = folder;
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
  };
  const code = serveAlone(plan, io);
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

test('after a mistake it ends in order, with another exit code, and its mark stays', async () => {
  const data = makeTemporaryFolder();
  const stop = new AbortController();
  const io = { ...collectIo(), signal: stop.signal };
  const code = serveAlone({ serve: { loaded: loadSettings({ data }), port: 0, rendererFolder: data } }, io);
  await expect.poll(() => io.outLines.length, { timeout: 10_000 }).toBe(1);
  stop.abort(new Crash(new TypeError('Asha Kumari')));
  expect(await code).toBe(2);
  const crash = readFileSync(join(data, 'logs', 'crashes.log'), 'utf8');
  expect(JSON.parse(crash)).toMatchObject({ error: 'TypeError', version });
  expect(crash).not.toContain('Asha');
  expect(readFileSync(join(data, 'logs', 'pravesh.log'), 'utf8')).toMatch(/"event":"opened"\}\n/);
  expect(existsSync(crashRecordOf(data))).toBe(true);
  await expect(fetch(io.outLines[0]?.split(' ')[2] ?? '')).rejects.toThrow('fetch failed');
});
