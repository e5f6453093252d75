/** What the desk does while no row can be written: nothing of a person is shown, and an evacuation is not in the way. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { databaseName } from '../../../../main/core/db/data-folder.ts';
import type { Caller } from '../../../../main/core/kiosk.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';
import { visit } from './visit.ts';

const desk: Caller = { kind: 'operator', id: 'page-1', local: true };

/** From now on the table takes no row, as on a full disk. */
function breakLog(data: string): void {
  const database = new Database(join(data, databaseName));
  database.exec("CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT raise(ABORT, 'full'); END");
  database.close();
}

it('no look without its row, no decision without its row, and the people inside without their names', async () => {
  const world = await openTestKiosk({ settings: { inside: { count: true } } });
  const client = world.kiosk.client(desk);
  const { seq, checkCode } = await visit(world);
  const refused = { ok: false, error: { code: 'log-unavailable' } };
  breakLog(world.data);
  expect(await client['entries.list']({})).toMatchObject(refused);
  expect(await client['entries.find']({ mobileNumber: '9876543210' })).toMatchObject(refused);
  expect(await client['entries.get']({ seq })).toMatchObject(refused);
  expect(
    await client['entries.decide']({ decision: 'admitted', purpose: 'visitor', reason: 'No phone' }),
  ).toMatchObject(refused);
  expect(await client['inside.leave']({ entry: checkCode })).toMatchObject(refused);
  expect(await client['inside.close']({})).toMatchObject(refused);
  expect(await client['inside.list']({})).toMatchObject({
    ok: true,
    value: { count: 1, people: [{ seq, checkCode, name: null }], more: false },
  });
  expect(await client['entries.stats']({})).toMatchObject({ ok: true, value: { total: { admitted: 1 }, inside: 1 } });
});
