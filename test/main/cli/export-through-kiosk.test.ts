/** `pravesh export` beside a running kiosk: the kiosk makes it, into the folder that was asked for. */
import { readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportThroughKiosk } from '../../../main/cli/export/through-kiosk.ts';
import type { ExportChoice } from '../../../main/contract/public.ts';
import { openKiosk } from '../../../main/core/kiosk.ts';
import { openLocalDoor } from '../../../main/platform/local-door.ts';
import { buildPorts } from '../../../main/platform/ports.ts';
import { buildExportHost, fillLog, settingsOfExports, visit } from '../../support/export-rig.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

async function openWorld(rows: number) {
  const data = makeTemporaryFolder();
  const out = makeTemporaryFolder();
  fillLog(
    data,
    Array.from({ length: rows }, () => visit('Asha Kumari')),
  );
  const { ports, close } = buildPorts({ data });
  const kiosk = openKiosk({
    settings: settingsOfExports,
    data,
    ports,
    exportHost: buildExportHost(makeTemporaryFolder()),
  });
  const local = { kind: 'operator', id: 'local', local: true } as const;
  const closeDoor = await openLocalDoor(data, (name, input) => kiosk.call(name, local, input));
  onTestFinished(async () => {
    await closeDoor();
    await kiosk.close();
    await close();
  });
  const run = (choice: ExportChoice = {}, more: { folder?: string; stopAt?: number } = {}) => {
    const stop = new AbortController();
    const onProgress = () => more.stopAt === undefined || stop.abort();
    return exportThroughKiosk({ data, folder: more.folder ?? out, choice, onProgress, signal: stop.signal });
  };
  return { out, run };
}

describe.skipIf(process.platform === 'win32')('through the kiosk (Windows has no door)', () => {
  it('goes to any folder of the account, and is told when it is done', async () => {
    const { out, run } = await openWorld(50);
    const exported = await run();
    expect(exported).toMatchObject({ ok: true, value: { first: 1, last: 51, size: 51 } });
    expect(readdirSync(out)).toHaveLength(1);
  });

  it('names what is wrong with the choice', async () => {
    const { run } = await openWorld(1);
    expect(await run({ from: 'soon' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'from' }] },
    });
  });

  it('says why it failed', async () => {
    const { run } = await openWorld(1);
    await expect(run({}, { folder: '/nowhere/stick' })).rejects.toThrow('/nowhere/stick is not there');
  });

  it('is cancelled when the command is', async () => {
    const { out, run } = await openWorld(5_000);
    await expect(run({}, { stopAt: 1 })).rejects.toThrow('The export was cancelled.');
    expect(readdirSync(out)).toEqual([]);
  });

  it('is nobody where no kiosk runs', async () => {
    const signal = new AbortController().signal;
    const order = { data: makeTemporaryFolder(), folder: '/tmp', choice: {}, onProgress: () => {}, signal };
    expect(await exportThroughKiosk(order)).toBeUndefined();
  });
});
