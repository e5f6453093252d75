/** Rows are found by their identifiers, whatever the clock did, with the index, behind it and without it. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { catchUp } from '../../../../main/core/entry-index/catch-up.ts';
import { removeTables } from '../../../../main/core/entry-index/entry-index-tables.ts';
import { findById } from '../../../../main/core/entry-index/find-id.ts';
import { momentOf } from '../../../../main/core/receipts/sign-receipt.ts';
import { openLog } from '../../../support/open-log.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

test('every row is found, and nothing else', () => {
  const log = openLog(join(makeTemporaryFolder(), 'data'));
  onTestFinished(() => log.close());
  const find = (id: string) => findById(log.database, id, momentOf(id));
  const rows = [0, 20, -3_000, 1, 400_000, 0].flatMap((minutes) => {
    log.clock.jump(minutes * 60_000);
    return [log.append(), log.append({ channel: 'api', party: { id: 'k3v9x2mq' } })];
  });
  const all = () => rows.map(({ id }) => find(id));
  const seqs = rows.map(({ seq }) => seq);
  expect(all()).toEqual(seqs);
  expect(catchUp(log.database)).toBe(true);
  expect(all()).toEqual(seqs);
  const newest = log.append();
  expect(find(newest.id)).toBe(newest.seq);
  expect(find(newest.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toBeUndefined();
  removeTables(log.database);
  expect(all()).toEqual(seqs);
});
