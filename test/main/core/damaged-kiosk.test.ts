/** A log that is damaged: the terminal is out of order for it, holds nothing, and comes back when it is repaired. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isMarkedDamaged } from '../../../main/core/db/damage-mark.ts';
import { repair } from '../../../main/core/db/repair.ts';
import { type Kiosk, openKiosk, openKioskEvenDamaged } from '../../../main/core/kiosk.ts';
import { buildBackupFiles } from '../../../main/platform/backup-files.ts';
import { buildPorts } from '../../../main/platform/ports.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';
import { buildListLogger } from '../../support/http-host.ts';
import { openLog } from '../../support/open-log.ts';
import { buildSettings } from '../../support/settings.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { pageOf, wipePage } from '../../support/wounds.ts';

const settings = buildSettings();
const visitor = { kind: 'kiosk', id: 'gate' } as const;
const local = { kind: 'operator', id: 'local', local: true } as const;

function makeWorld() {
  const data = join(makeTemporaryFolder(), 'data');
  const log = openLog(data);
  log.appendMany(300);
  log.close();
  const path = join(data, 'pravesh.db');
  const { ports: machine, close } = buildPorts({ data });
  const clock = buildFakeClock();
  const lines: string[] = [];
  const ports = { ...machine, clock, logger: buildListLogger(lines) };
  let restarts = 0;
  const controls = { leave: () => {}, restart: () => (restarts += 1) };
  const open: (how?: typeof openKiosk) => Kiosk = (how = openKioskEvenDamaged) => {
    const kiosk = how({ settings, data, ports, controls });
    onTestFinished(() => kiosk.close());
    return kiosk;
  };
  onTestFinished(close);
  return { data, path, ports, clock, lines, open, restarts: () => restarts };
}

async function stateOf(kiosk: Kiosk) {
  const described = await kiosk.client({ kind: 'public', id: 'x' })['kiosk.describe']({});
  return described.ok ? [described.value.state, described.value.reason] : undefined;
}

test('a log that cannot even be opened: out of order in words, for everybody, with the lock free', async () => {
  const world = makeWorld();
  wipePage(world.path, 0);
  expect(() => world.open(openKiosk)).toThrow('pravesh doctor --repair');
  const kiosk = world.open();
  expect(await stateOf(kiosk)).toEqual(['out-of-order', 'log-damaged']);
  expect(kiosk.ready()).toBe(false);
  expect(kiosk.figures().state).toBe('out-of-order');
  expect(await kiosk.call('verification.start', visitor, {})).toMatchObject({ error: { code: 'out-of-order' } });
  expect(await kiosk.call('entries.list', visitor, {})).toMatchObject({ error: { code: 'unauthenticated' } });
  expect(await kiosk.call('health.get', local, {})).toMatchObject({
    error: { code: 'out-of-order', message: expect.stringContaining('pravesh doctor --repair') },
  });
  const heard: unknown[] = [];
  expect(kiosk.watch('kiosk.watch', visitor, (event) => heard.push(event)).ok).toBe(true);
  expect(heard).toEqual([{ type: 'health', state: 'out-of-order', reason: 'log-damaged', revision: 0 }]);
  expect(isMarkedDamaged(world.data, world.ports.files)).toBe(true);
  await kiosk.close();
  expect(world.clock.timers()).toBe(0);
});

test('it begins anew by itself when the log has been repaired beside it', async () => {
  const world = makeWorld();
  wipePage(world.path, pageOf(world.path, 200));
  const log = world.open();
  await log.close();
  const kiosk = await openWithMark(world);
  expect(await stateOf(kiosk)).toEqual(['out-of-order', 'log-damaged']);
  world.clock.advance(60_000);
  expect(world.restarts()).toBe(0);
  const { data, ports } = world;
  expect(await repair({ settings, data, ports, backupFiles: buildBackupFiles() })).toMatchObject({ kind: 'repaired' });
  world.clock.advance(5_000);
  expect(world.restarts()).toBe(1);
  await kiosk.close();
  expect(await stateOf(world.open())).toEqual(['in-service', undefined]);
});

async function openWithMark(world: ReturnType<typeof makeWorld>): Promise<Kiosk> {
  world.ports.files.writeText(join(world.data, 'pravesh.damaged'), 'found before\n');
  return world.open();
}

test('a mark on a log that is whole goes by itself: the medium had a bad moment', async () => {
  const world = makeWorld();
  const kiosk = await openWithMark(world);
  expect(await stateOf(kiosk)).toEqual(['in-service', undefined]);
  expect(isMarkedDamaged(world.data, world.ports.files)).toBe(false);
});

describe('damage that is found while it serves', () => {
  test('ends service at once, nothing is written any more, and the kiosk begins anew without the log', async () => {
    const world = makeWorld();
    // One run brings the rows into the index, so that the next does not read them all at its start.
    await world.open().close();
    wipePage(world.path, pageOf(world.path, 150));
    const kiosk = world.open();
    expect(await stateOf(kiosk)).toEqual(['in-service', undefined]);
    const found = await kiosk.call('entries.list', local, { before: 152, limit: 50 });
    expect(found).toMatchObject({ ok: false, error: { code: 'log-unavailable' } });
    expect(await stateOf(kiosk)).toEqual(['out-of-order', 'log-damaged']);
    expect(await kiosk.call('service.resume', local, {})).toMatchObject({ error: { code: 'log-unavailable' } });
    expect(isMarkedDamaged(world.data, world.ports.files)).toBe(true);
    world.clock.advance(2_000);
    expect(world.restarts()).toBe(1);
    await kiosk.close();
    expect(await stateOf(world.open())).toEqual(['out-of-order', 'log-damaged']);
  });
});
