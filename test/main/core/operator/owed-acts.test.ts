/** No try and no change goes without its row: what a loss of power, or a full disk, left owed is written later (O3). */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { transaction } from '../../../../main/core/db/database.ts';
import { buildOwedActs } from '../../../../main/core/operator/operator-acts.ts';
import { selectOwedActs } from '../../../../main/core/operator/operators-sql.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

function open() {
  const folder = openDataFolder(join(makeTemporaryFolder(), 'data'), buildFiles());
  const written: string[] = [];
  const log = { works: true };
  const acts = buildOwedActs(folder.database, ({ operator, reason }) => {
    if (log.works) {
      written.push(`${operator} ${reason}`);
    }
    return log.works || undefined;
  });
  const owe = (reason: string) => transaction(folder.database, () => acts.owe('abc123', reason));
  return { ...folder, acts, written, log, owe };
}

test('an act is owed until its row is there', () => {
  const { acts, owe, written, database, close } = open();
  const [paid, open_] = [owe('unlock'), owe('unlock-failed')];
  expect(acts.pay(paid)).toBe(true);
  expect(written).toEqual(['abc123 unlock']);
  expect(selectOwedActs(database)).toEqual([{ id: open_, operator: 'abc123', reason: 'unlock-failed' }]);
  close();
});

test('what the last run owed is written at the start, in its order', () => {
  const { acts, owe, written, database, close } = open();
  owe('unlock-failed');
  owe('operator-disable xyz789');
  acts.payAll();
  expect(written).toEqual(['abc123 unlock-failed', 'abc123 operator-disable xyz789']);
  expect(selectOwedActs(database)).toEqual([]);
  close();
});

test('a row that could not be written comes with the next one that can', () => {
  const { acts, owe, written, log, database, close } = open();
  log.works = false;
  expect(acts.pay(owe('unlock-failed'))).toBe(false);
  log.works = true;
  expect(acts.pay(owe('unlock'))).toBe(true);
  expect(written).toEqual(['abc123 unlock', 'abc123 unlock-failed']);
  expect(selectOwedActs(database)).toEqual([]);
  close();
});
