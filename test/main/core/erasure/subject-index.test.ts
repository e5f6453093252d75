/** Looking for whose time is over walks an index and not the log. */
import { expect, test } from 'vitest';
import { catchUp } from '../../../../main/core/entry-index/catch-up.ts';
import { selectKept } from '../../../../main/core/erasure/erasure-sql.ts';
import { openLogOfVisits } from './log-of-visits.ts';

test('the rows that are kept are found by the index, in its order', () => {
  const { database, visit } = openLogOfVisits();
  visit();
  visit();
  catchUp(database);
  const asked: string[] = [];
  const spied = new Proxy(database, {
    get(target, name) {
      if (name === 'prepare') {
        return (sql: string) => {
          asked.push(sql);
          return target.prepare(sql);
        };
      }
      return Reflect.get(target, name);
    },
  });
  const page = { purpose: 'visitor', after: { at: '', seq: 0 }, until: '2027', limit: 10 };
  expect(selectKept(spied, page).map(({ seq }) => seq)).toEqual([1, 2]);
  const [sql = ''] = asked;
  const bound = Array.from(sql.matchAll(/\?/g), () => null);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[];
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH kept USING PRIMARY KEY (purpose=? AND (at,seq)>(?,?) AND at<?)',
    'SEARCH entries USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
});
