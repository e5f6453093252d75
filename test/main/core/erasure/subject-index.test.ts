/** Looking for a person, and for whose time is over, walks an index and not the log. */
import { expect, test } from 'vitest';
import { selectBySubject, selectKept } from '../../../../main/core/erasure/erasure-sql.ts';
import { openLogOfVisits } from './log-of-visits.ts';

test('both searches use the indexes of step 50', () => {
  const { database, visit, rows } = openLogOfVisits();
  visit();
  visit();
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
  const [first] = rows();
  expect(selectBySubject(spied, first?.subject_ref?.slice(0, 32) ?? '')).toEqual([1]);
  const page = { purpose: 'visitor', after: { at: '', seq: 0 }, until: '2027', limit: 10 };
  expect(selectKept(spied, page).map(({ seq }) => seq)).toEqual([1, 2]);
  const plans = asked.map((sql) => {
    const bound = Array.from(sql.matchAll(/\?/g), () => null);
    return database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[];
  });
  expect(plans.map((plan) => plan.map(({ detail }) => detail).join('; '))).toEqual([
    expect.stringContaining('entries_by_subject'),
    expect.stringContaining('entries_kept'),
  ]);
  expect(JSON.stringify(plans[1])).not.toContain('TEMP B-TREE');
});
