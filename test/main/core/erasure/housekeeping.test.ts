/** What is of a person goes on time, from every file, and every proof holds; a wrong clock takes nothing early (P5). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForReading } from '../../../../main/core/db/database.ts';
import { catchUp } from '../../../../main/core/entry-index/catch-up.ts';
import { selectEvidence } from '../../../../main/core/entry-log/entries-sql.ts';
import { leafHash } from '../../../../main/core/entry-log/leaf.ts';
import { selectNode } from '../../../../main/core/tree/tree-sql.ts';
import { countTraces, dayMs, heldIn, hourMs, indexTracesOf, openLogOfVisits, tracesOf } from './log-of-visits.ts';

test('after erasing no file holds anything of anybody, and tree, leaves and commitments are as they were', () => {
  const log = openLogOfVisits();
  for (let visit = 0; visit < 450; visit += 1) {
    log.visit();
    log.clock.advance(60_000);
  }
  log.database.exec("INSERT INTO code_sends (number_ref, at) VALUES ('0123456789abcdef-sent', 1768451400000)");
  const before = log.rows();
  catchUp(log.database);
  const traces = [...tracesOf(before), ...indexTracesOf(before), Buffer.from('0123456789abcdef-sent')];
  expect(countTraces(log.data, traces)).toBe(4 * 450 + 252 + 1);
  const root = log.tree.rootAt(450);
  log.clock.advance(400 * dayMs);
  const stop = log.start();
  expect(log.faults).toEqual([]);
  expect(countTraces(log.data, traces)).toBe(0);
  expect(Buffer.from(log.tree.rootAt(450))).toEqual(Buffer.from(root));
  const after = log.rows();
  expect(heldIn(after)).toEqual([]);
  expect(after.slice(0, 450).map((row) => row.subject_commitment)).toEqual(before.map((row) => row.subject_commitment));
  for (const { seq } of before) {
    const evidence = selectEvidence(log.database, seq);
    expect(evidence && Buffer.from(leafHash(evidence))).toEqual(Buffer.from(selectNode(log.database, 0, seq - 1)));
  }
  expect(after.slice(450)).toMatchObject([
    { outcome: 'act', channel: 'kiosk', reason: 'erase: 450 whose time was over', subject_ref: null },
  ]);
  stop();
});

test('rows go within the hour before their last moment, and never after it while the terminal runs', () => {
  const log = openLogOfVisits();
  log.visit();
  log.clock.advance(90 * 60_000);
  log.visit();
  const stop = log.start();
  const last = Date.parse('2027-02-15T04:30:00.000Z');
  log.clock.advance(last - log.clock.now() - 2 * hourMs);
  expect(heldIn(log.rows())).toEqual([1, 2]);
  log.clock.advance(2 * hourMs);
  expect(heldIn(log.rows())).toEqual([2]);
  log.clock.advance(90 * 60_000);
  expect(heldIn(log.rows())).toEqual([]);
  expect(log.rows().filter(({ outcome }) => outcome === 'act')).toHaveLength(2);
  stop();
  expect(log.clock.timers()).toBe(0);
});

test('nothing goes before its minimum, also where minimum and maximum are one', () => {
  const keep = { min: '10 days', max: '10 days' };
  const log = openLogOfVisits();
  const settings = { privacy: { ...log.settings.privacy, keep } };
  log.close();
  const same = openLogOfVisits(settings);
  same.visit();
  const stop = same.start();
  same.clock.advance(10 * dayMs - 1);
  expect(heldIn(same.rows())).toEqual([1]);
  same.clock.advance(hourMs);
  expect(heldIn(same.rows())).toEqual([]);
  stop();
});

test('each purpose goes by its own times', () => {
  const rule = { admit: [2], refer: [], label: {} } as const;
  const purposes = { visitor: rule, employee: { ...rule, keep: { min: '2 years', max: '3 years' } } };
  const log = openLogOfVisits({ policy: { purposes } });
  log.visit();
  log.visit({ purpose: 'employee' });
  log.visit({ purpose: 'contractor' });
  log.clock.advance(397 * dayMs);
  log.start()();
  expect(heldIn(log.rows())).toEqual([2]);
  log.clock.advance(3 * 365 * dayMs);
  log.visit();
  log.start()();
  expect(heldIn(log.rows())).toEqual([5]);
});

test('after months switched off, erasing comes with the start', () => {
  const log = openLogOfVisits();
  log.visit();
  log.clock.advance(600 * dayMs);
  log.start()();
  expect(heldIn(log.rows())).toEqual([]);
});

test('a clock that is ten years on erases nothing, not even after acts were written under it', () => {
  const log = openLogOfVisits();
  log.visit();
  log.visitInVain();
  log.clock.jump(10 * 365 * dayMs);
  const stop = log.start();
  log.log.append({ outcome: 'act', channel: 'operator', reason: 'unlock' });
  log.log.append({ outcome: 'act', channel: 'operator', reason: 'lock' });
  log.clock.advance(3 * hourMs);
  expect(heldIn(log.rows())).toEqual([1, 2]);
  expect(log.warnings).toContain('nothing is erased: the clock cannot be right');
  log.clock.jump(-10 * 365 * dayMs);
  log.clock.advance(398 * dayMs);
  expect(heldIn(log.rows())).toEqual([]);
  stop();
});

test('a row written in 1970 counts from the next row with a time', () => {
  const log = openLogOfVisits();
  const started = log.clock.now();
  log.clock.jump(-started);
  log.visitInVain();
  log.clock.jump(started);
  log.start()();
  expect(heldIn(log.rows())).toEqual([1]);
  log.visit();
  log.clock.advance(300 * dayMs);
  log.start()();
  expect(heldIn(log.rows())).toEqual([1, 2]);
  log.clock.advance(97 * dayMs);
  log.start()();
  expect(heldIn(log.rows())).toEqual([]);
});

test('a row written ten years on is not kept for ten years', () => {
  const log = openLogOfVisits();
  log.visit();
  log.clock.jump(3650 * dayMs);
  log.visitInVain();
  log.clock.jump(-3650 * dayMs);
  log.clock.advance(dayMs);
  log.visit();
  expect(log.rows().map((row) => row.clock)).toEqual(['ok', 'far-ahead', 'behind-newest']);
  log.clock.advance(398 * dayMs);
  log.start()();
  expect(heldIn(log.rows())).toEqual([]);
});

test('with a reader in the way nothing waits, and the pages of before go as soon as it has left', () => {
  const log = openLogOfVisits();
  log.visit();
  const traces = tracesOf(log.rows());
  log.clock.advance(400 * dayMs);
  const reader = openForReading(join(log.data, 'pravesh.db'));
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM entries').get();
  const before = performance.now();
  const stop = log.start();
  expect(performance.now() - before).toBeLessThan(3_000);
  expect(heldIn(log.rows())).toEqual([]);
  expect(countTraces(log.data, traces)).toBeGreaterThan(0);
  reader.exec('COMMIT');
  reader.close();
  log.clock.advance(10_000);
  expect(countTraces(log.data, traces)).toBe(0);
  stop();
});

test('an act that could not be written is owed, and comes at the next start', () => {
  const log = openLogOfVisits();
  log.visit();
  log.clock.advance(400 * dayMs);
  log.database.exec(`CREATE TRIGGER no_acts BEFORE INSERT ON entries WHEN NEW.outcome = 'act'
    BEGIN SELECT raise(ABORT, 'in the way'); END`);
  log.start()();
  expect(log.faults.length).toBeGreaterThan(0);
  expect([heldIn(log.rows()), log.rows().length]).toEqual([[], 1]);
  log.database.exec('DROP TRIGGER no_acts');
  log.start()();
  log.start()();
  expect(log.rows().slice(1)).toMatchObject([{ reason: 'erase: 1 whose time was over' }]);
});

test('notes of looks that are damaged are told and stop nothing', () => {
  const log = openLogOfVisits();
  log.visit();
  writeFileSync(join(log.data, 'looks.db'), 'no database '.repeat(1000));
  log.clock.advance(400 * dayMs);
  log.start()();
  expect(log.warnings).toContain('noted looks not read');
  expect(heldIn(log.rows())).toEqual([]);
});

test.each(['entry_kept', 'entry_names'])('a damaged %s delays erasing by an hour, and stops nothing', (table) => {
  const log = openLogOfVisits();
  log.visit();
  log.visit();
  catchUp(log.database);
  log.close();
  damagePage(join(log.data, 'pravesh.db'), table);
  const again = openLogOfVisits({}, log.data);
  again.clock.advance(400 * dayMs);
  const stop = again.start();
  again.clock.advance(hourMs);
  expect([again.faults, heldIn(again.rows())]).toEqual([[], []]);
  stop();
});

/** Writes over the first page of a table. */
function damagePage(path: string, table: string): void {
  const reader = openForReading(path);
  const page = reader.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table);
  reader.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0x5a, (Number(page) - 1) * 4096, Number(page) * 4096));
}
