/** Rows are counted once each, by what they are and when, and groups lead to the rows that they count. */
import { expect, test } from 'vitest';
import { catchUp, rebuildIndex } from '../../../../main/core/entry-index/catch-up.ts';
import { selectGroups, selectNewestGroups, sumGroups } from '../../../../main/core/entry-index/entry-index-sql.ts';
import { findGroups } from '../../../../main/core/entry-index/groups.ts';
import { openMixedLog } from './indexed-log.ts';

test('groups count every row once, by the quarter of an hour, and never span more than a thousand rows', () => {
  const { database } = openMixedLog(2_500);
  const counted = database.prepare(
    `SELECT count(*) FROM entries WHERE outcome = ? AND purpose IS ? AND channel = ? AND operator IS ?
       AND at >= ? AND seq BETWEEN ? AND ?`,
  );
  rebuildIndex(database);
  const groups = selectGroups(database, '', '3');
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(2_500);
  expect(sumGroups(database)).toBe(2_500);
  for (const { quarter, outcome, purpose, channel, operator, count, firstSeq, lastSeq } of groups) {
    expect(counted.pluck().get(outcome, purpose, channel, operator, quarter, firstSeq, lastSeq)).toBe(count);
    expect(Math.floor(firstSeq / 1000)).toBe(Math.floor(lastSeq / 1000));
  }
  const hour = selectGroups(database, '2026-01-15T05:00', '2026-01-15T06:00');
  expect(hour.reduce((sum, { count }) => sum + count, 0)).toBe(60);
  expect(groups.find(({ outcome }) => outcome === 'act')).toMatchObject({ purpose: null, operator: 'op-1' });
});

test('the newest groups of a kind lead to its rows, by an index', () => {
  const { database } = openMixedLog(2_500);
  rebuildIndex(database);
  for (const [by, value, where] of [
    ['outcome', 'fault', "outcome = 'fault'"],
    ['purpose', null, 'purpose IS NULL'],
    ['operator', 'op-1', "operator = 'op-1'"],
    ['channel', 'operator', "channel = 'operator'"],
  ] as const) {
    for (const before of [5, 1000, 1001, 1777, 9999]) {
      const groups = selectNewestGroups(database, { by, value, before, limit: 100_000 });
      const numbers = database.prepare(`SELECT seq FROM entries WHERE ${where} AND seq < ?`).pluck().all(before);
      expect(numbers.every((seq) => groups.some((group) => holds(group, Number(seq))))).toBe(true);
      expect(groups.every(({ firstSeq }) => firstSeq < before)).toBe(true);
      expect(groups).toEqual(groups.toSorted((one, other) => other.lastSeq - one.lastSeq));
    }
    const sql = `SELECT 1 FROM entry_groups WHERE ${by} = '' AND last_seq < 1 AND first_seq < 1 ORDER BY last_seq DESC`;
    const [plan] = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    expect(plan).toMatchObject({
      detail: `SEARCH entry_groups USING INDEX entry_groups_by_${by} (${by}=? AND last_seq<?)`,
    });
  }
});

function holds({ firstSeq, lastSeq }: { firstSeq: number; lastSeq: number }, seq: number): boolean {
  return firstSeq <= seq && seq <= lastSeq;
}

test('wherever the index ends, each row counts once', () => {
  const { database, openReader } = openMixedLog(2_500);
  const count = (from: string, until: string) =>
    findGroups(openReader(), from, until).reduce((sum, group) => sum + group.count, 0);
  for (const most of [1, 700, 1_300]) {
    expect(count('', '3')).toBe(2_500);
    expect(count('2026-01-15T04:30', '2026-01-15T04:45')).toBe(15);
    expect(count('2026-01-16T22:00', '2026-01-16T22:30')).toBe(10);
    catchUp(database, most);
  }
  database.exec('DROP TABLE entry_groups');
  expect(count('', '3')).toBe(2_500);
});
