/** What staff do with the terminal itself: each act is a row before it happens. */
import { expect, test } from 'vitest';
import type { Health } from '../../../../main/contract/public.ts';
import type { Caller } from '../../../../main/core/dispatch/caller.ts';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import { buildServiceHandlers, type HostControls } from '../../../../main/core/health/service-handlers.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { freshFigures } from '../../../support/health-figures.ts';

const manager: Caller = { kind: 'operator', id: 'window', operator: { id: 'abc123', name: 'Meera', role: 'manager' } };

function build(options: { readonly controls?: boolean; readonly screens?: number } = {}) {
  const clock = buildFakeClock();
  const done: string[] = [];
  const world = { logWorks: true, rows: [] as EntryDraft[] };
  const health: Health = {
    state: 'in-service',
    head: { size: 0, code: 'CODE0000' },
    checks: [],
    figures: freshFigures,
  };
  const controls: HostControls = { leave: () => done.push('left'), restart: () => done.push('restarted') };
  const handlers = buildServiceHandlers({
    health: { stop: (message) => done.push(`stopped: ${message}`), resume: () => done.push('resumed') },
    healthReport: () => health,
    append(draft) {
      if (!world.logWorks) {
        return undefined;
      }
      world.rows.push(draft);
      return { seq: world.rows.length, id: 'id', checkCode: 'CODE0000' };
    },
    begin: () => options.screens ?? 1,
    diagnose: () => 'All is well.',
    clock,
    controls: options.controls === false ? undefined : controls,
  });
  return { handlers, world, done, clock };
}

test('out of order and back are rows with the operator', async () => {
  const { handlers, world, done } = build();
  expect(await handlers['service.stop'](manager, { message: 'Back soon' })).toMatchObject({ ok: true });
  expect(await handlers['service.resume'](manager, {})).toMatchObject({ ok: true });
  expect(done).toEqual(['stopped: Back soon', 'resumed']);
  expect(world.rows).toEqual([
    { outcome: 'act', channel: 'operator', reason: 'out-of-order', operator: 'abc123' },
    { outcome: 'act', channel: 'operator', reason: 'return-to-service', operator: 'abc123' },
  ]);
});

test('leaving and restarting wait until the page has its answer', async () => {
  const { handlers, world, done, clock } = build();
  expect(await handlers['kiosk.leave'](manager, {})).toEqual({ ok: true, value: {} });
  expect(await handlers['kiosk.restart'](manager, {})).toEqual({ ok: true, value: {} });
  expect(done).toEqual([]);
  clock.advance(1_000);
  expect(done).toEqual(['left', 'restarted']);
  expect(world.rows.map(({ reason }) => reason)).toEqual(['leave', 'restart']);
});

test('what cannot be written down does not happen', async () => {
  const { handlers, world, done, clock } = build();
  world.logWorks = false;
  for (const name of ['service.stop', 'service.resume', 'kiosk.leave', 'kiosk.restart', 'health.diagnose'] as const) {
    expect(await handlers[name](manager, {})).toMatchObject({ ok: false, error: { code: 'log-unavailable' } });
  }
  clock.advance(1_000);
  expect(done).toEqual([]);
});

test('a host that cannot be left says so', async () => {
  const { handlers, world } = build({ controls: false });
  expect(await handlers['kiosk.leave'](manager, {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(world.rows).toEqual([]);
});

test('a visit is begun on the screens of visitors, and refused where there is none', async () => {
  expect(await build({ screens: 2 }).handlers['kiosk.begin'](manager, {})).toEqual({ ok: true, value: { screens: 2 } });
  const none = await build({ screens: 0 }).handlers['kiosk.begin'](manager, {});
  expect(none).toMatchObject({ ok: false, error: { code: 'conflict' } });
});
