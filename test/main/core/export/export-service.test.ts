/** `export.*` of a real kiosk: to a drive that is there, one at a time, beside visits. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { type ExportSnapshot, problem, verifyExport } from '../../../../main/contract/public.ts';
import { openKiosk } from '../../../../main/core/kiosk.ts';
import { buildPorts } from '../../../../main/platform/ports.ts';
import { buildExportHost, fillLog, readExport, settingsOfExports, visit } from '../../../support/export-rig.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { readFiles } from '../../../support/write-export.ts';

function openWorld(rows: number) {
  const data = makeTemporaryFolder();
  const out = makeTemporaryFolder();
  fillLog(
    data,
    Array.from({ length: rows }, () => visit('Asha Kumari')),
  );
  const drives = [{ name: 'STICK', folder: out, freeBytes: 1_000, readOnly: false }];
  const exportHost = buildExportHost(makeTemporaryFolder(), () => drives);
  const { ports, close } = buildPorts({ data });
  const kiosk = openKiosk({ settings: settingsOfExports, data, ports, exportHost });
  let closed: Promise<void> | undefined;
  const closeKiosk = () => {
    closed ??= kiosk.close();
    return closed;
  };
  onTestFinished(async () => {
    await closeKiosk();
    await close();
  });
  return { out, kiosk, closeKiosk, drives, client: kiosk.client({ kind: 'operator', id: 'desk' }) };
}

type World = ReturnType<typeof openWorld>;

async function start({ client, out }: World): Promise<ExportSnapshot> {
  const started = await client['export.start']({ drive: out });
  if (!started.ok) {
    throw new Error(started.error.message);
  }
  return started.value;
}

/** Asks until it has ended, letting the kiosk do other things between. */
async function ended({ client }: World, id: string, between: () => Promise<unknown>): Promise<ExportSnapshot> {
  for (;;) {
    const got = await client['export.get']({ id });
    if (!got.ok || got.value.state !== 'running') {
      return got.ok ? got.value : { id, state: 'failed', fault: 'internal', message: got.error.message };
    }
    await between();
  }
}

async function decline({ kiosk }: World) {
  const visitor = kiosk.client({ kind: 'kiosk', id: 'page' });
  const described = await visitor['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  await new Promise((resolve) => setImmediate(resolve));
  return visitor['consent.decline']({ purpose: 'visitor', locale: 'en', version });
}

describe('export.*', () => {
  it('names the drives, without anything else of the machine', async () => {
    const { client, out } = openWorld(1);
    expect(await client['export.drives']({})).toEqual({
      ok: true,
      value: { drives: [{ id: out, name: 'STICK', freeBytes: 1_000, readOnly: false }] },
    });
  });

  it('is of one moment while rows come, and those rows are in the log', async () => {
    const world = openWorld(2_000);
    const { id, state } = await start(world);
    expect(state).toBe('running');
    let appended = 0;
    const end = await ended(world, id, async () => {
      const declined = await decline(world);
      appended += declined.ok ? 1 : 0;
    });
    expect(end).toMatchObject({ state: 'finished', first: 1, last: 2_001, size: 2_001 });
    expect(appended).toBeGreaterThan(0);
    const path = end.state === 'finished' ? end.path : '';
    expect(await verifyExport(readFiles(new Map(Object.entries(readExport(path)))), nodeTools)).toMatchObject({
      ok: true,
    });
  });

  it('runs one at a time', async () => {
    const world = openWorld(2_000);
    const both = await Promise.all([
      world.client['export.start']({ drive: world.out }),
      world.client['export.start']({ drive: world.out }),
    ]);
    expect(both.map((answered) => (answered.ok ? 'ok' : answered.error.code)).sort()).toEqual(['conflict', 'ok']);
    const third = await world.client['export.start']({ drive: world.out });
    expect(third).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('ends when it is cancelled, and nothing of it stays', async () => {
    const world = openWorld(5_000);
    const { id } = await start(world);
    expect(await world.client['export.cancel']({ id })).toEqual({ ok: true, value: { id, state: 'cancelled' } });
    expect(readdirSync(world.out)).toEqual([]);
    expect(await world.client['export.cancel']({ id })).toEqual({ ok: true, value: { id, state: 'cancelled' } });
    expect(await start(world)).toMatchObject({ state: 'running' });
  });

  it('ends when the kiosk closes', async () => {
    const world = openWorld(5_000);
    await start(world);
    await world.closeKiosk();
    expect(readdirSync(world.out)).toEqual([]);
  });

  it('fails in words when the drive is pulled out before it begins', async () => {
    const world = openWorld(1);
    const drive = join(world.out, 'pulled');
    world.drives.push({ name: 'PULLED', folder: drive, freeBytes: 1, readOnly: false });
    const started = await world.client['export.start']({ drive });
    const id = started.ok ? started.value.id : '';
    expect(await ended(world, id, () => decline(world))).toMatchObject({
      state: 'failed',
      fault: 'medium-gone',
      message: expect.stringContaining(drive),
    });
  });

  it('goes to no folder that is no drive, and knows no export of somebody else', async () => {
    const { client } = openWorld(1);
    expect(await client['export.start']({ drive: '/tmp' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await client['export.get']({ id: 'x'.repeat(22) })).toEqual(problem('not-found'));
    expect(await client['export.cancel']({ id: 'x'.repeat(22) })).toEqual(problem('not-found'));
  });

  it('names a field that is wrong', async () => {
    const { client, out } = openWorld(1);
    expect(await client['export.start']({ drive: out, from: 'soon' })).toEqual(
      problem('invalid-input', { fields: [{ path: 'from', problem: 'not-a-moment' }] }),
    );
  });
});
