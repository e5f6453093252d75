/** A running kiosk brings its rows into the index by itself. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openForReading } from '../../../../main/core/db/database.ts';
import { selectIndexedTo } from '../../../../main/core/entry-index/entry-index-sql.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';

test('a second after a row nobody needs to look for it', async () => {
  const clock = buildFakeClock();
  const world = await openTestKiosk({ ports: { clock } });
  const client = world.kiosk.client({ kind: 'kiosk', id: 'one' });
  await clock.pass(1_000);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const declined = client['consent.decline']({ purpose: 'visitor', locale: 'en', version });
  await clock.pass(100);
  expect(await declined).toMatchObject({ ok: true });
  const reader = openForReading(join(world.data, 'pravesh.db'));
  onTestFinished(() => void reader.close());
  expect(selectIndexedTo(reader)).toBe(0);
  await clock.pass(1_000);
  expect(selectIndexedTo(reader)).toBe(1);
});
