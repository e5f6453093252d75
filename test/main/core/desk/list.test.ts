import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EntryFilter, EntryLine } from '../../../../main/contract/public.ts';
import { transaction } from '../../../../main/core/db/database.ts';
import { type ListParts, listEntries } from '../../../../main/core/desk/list.ts';
import { buildSettings } from '../../../support/settings.ts';
import { type DeskLog, draftOf, openDeskLog, reception, siteKey } from './desk-log.ts';

const rows = 2_600;
let folder: string;
let desk: DeskLog;
let parts: ListParts;
let all: EntryLine[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pravesh-test-'));
  desk = openDeskLog(folder);
  write(0, 2_300);
  desk.index();
  write(2_300, rows);
  const views = { note: () => true, noteNew: () => true };
  const nameOfOperator = (id: string) => (id === 'abc123' ? 'Meera' : undefined);
  parts = { database: desk.database, settings: buildSettings(), siteKey, views, nameOfOperator };
  all = listAll({ acts: true });
}, 60_000);
afterAll(() => {
  desk.close();
  rmSync(folder, { recursive: true });
});

function write(from: number, until: number): void {
  transaction(desk.database, () => {
    for (let index = from; index < until; index += 1) {
      // Now and then somebody sets the clock, also back.
      desk.clock.jump(index % 700 === 699 ? -40 * 3_600_000 : (index % 9) * 60_000);
      desk.log.append(draftOf(index));
    }
  });
}

/** All pages of a filter, one after the other. */
function listAll(filter: EntryFilter, limit = 200): EntryLine[] {
  const lines: EntryLine[] = [];
  for (let before: number | null | undefined; before !== null; ) {
    const page = listEntries(parts, reception, { ...filter, limit, ...(before === undefined ? {} : { before }) });
    if (!page.ok) {
      throw new Error(page.error.code);
    }
    expect(page.value.entries.length).toBeLessThanOrEqual(limit);
    lines.push(...page.value.entries);
    before = page.value.next;
  }
  return lines;
}

const seqsOf = (lines: readonly EntryLine[]) => lines.map(({ seq }) => seq);

it('lists every row once, newest first', () => {
  expect(seqsOf(all)).toEqual(Array.from({ length: rows }, (_, index) => rows - index));
});

it('lists what each filter lets through, and nothing else, whatever the clock showed and however it is paged', () => {
  const moments = all.filter((_, index) => index % 100 === 0).map(({ at }) => at);
  const filters = fc.record(
    {
      outcome: fc.constantFrom('admitted', 'referred', 'refused', 'declined', 'not-verified', 'fault', 'act'),
      purpose: fc.constantFrom('visitor', 'employee'),
      channel: fc.constantFrom('kiosk', 'api', 'operator'),
      operator: fc.constantFrom('abc123', 'xyz789'),
      acts: fc.boolean(),
      from: fc.constantFrom(...moments),
      to: fc.constantFrom(...moments),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filters, fc.integer({ min: 1, max: 200 }), (filter, limit) => {
      const { outcome, purpose, channel, operator, acts, from, to } = filter;
      const expected = all.filter(
        (line) =>
          (outcome === undefined ? acts === true || line.outcome !== 'act' : line.outcome === outcome) &&
          (purpose === undefined || line.purpose === purpose) &&
          (channel === undefined || line.channel === channel) &&
          (operator === undefined || line.operator?.id === operator) &&
          (from === undefined || line.at >= from) &&
          (to === undefined || line.at < to),
      );
      expect(seqsOf(listAll(filter, limit))).toEqual(seqsOf(expected));
    }),
    { numRuns: 150 },
  );
});

it('takes a day of the site as the range', () => {
  const day = '2026-01-16';
  const ofDay = all.filter(({ at }) => at >= '2026-01-15T18:30:00.000Z' && at < '2026-01-16T18:30:00.000Z');
  expect(ofDay.length).toBeGreaterThan(10);
  expect(seqsOf(listAll({ from: day, to: day, acts: true }))).toEqual(seqsOf(ofDay));
});

it.each(['from', 'to'] as const)('a day that is none is named as wrong: %s', (path) => {
  const answer = listEntries(parts, reception, { [path]: '2026-02-30' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ path }] } });
});

it.each([
  ['A', 'A'],
  ['Asha', 'A•••'],
  ['asha k', 'A••• K'],
  ['A••• K', 'A••• K'],
  ['a*** r', 'A••• R'],
  ['Zoya Khan', 'Z••• K•••'],
])('finds names that begin with %s', (text, masked) => {
  const expected = all.filter(({ name }) => name?.startsWith(masked));
  expect(expected.length).toBeGreaterThan(100);
  expect(seqsOf(listAll({ text }, 70))).toEqual(seqsOf(expected));
});

it('finds a common name under a rare filter', () => {
  const expected = all.filter(
    ({ name, purpose, channel, outcome }) =>
      name?.startsWith('A') && purpose === 'employee' && channel === 'api' && outcome === 'refused',
  );
  expect(expected.length).toBeGreaterThan(3);
  const filter = { purpose: 'employee', channel: 'api', outcome: 'refused' } as const;
  expect(seqsOf(listAll({ text: 'Asha', ...filter }, 2))).toEqual(seqsOf(expected));
});

it('finds an entry by its number and by its check code, as people write them', () => {
  const [line] = all.slice(-1_801);
  const code = line?.checkCode ?? '';
  for (const text of [
    `${line?.seq}`,
    `# ${line?.seq}`,
    code,
    `${code.slice(0, 4)} ${code.slice(4)}`,
    code.toLowerCase(),
  ]) {
    expect(listAll({ text }).map(({ checkCode }) => checkCode)).toContain(code);
  }
  expect(seqsOf(listAll({ text: code }))).toEqual([line?.seq]);
  expect(listAll({ text: '99999999' })).toEqual([]);
  expect(listAll({ text: code, outcome: 'act' })).toEqual([]);
});

it('shows name and number masked, who acted, and decisions by hand as such', () => {
  const [byHand] = all.filter((line) => line.byHand);
  expect(byHand).toMatchObject({ status: null, channel: 'operator', reason: 'No phone', name: null, mobile: null });
  expect(all.find(({ operator }) => operator?.id === 'abc123')?.operator).toEqual({ id: 'abc123', name: 'Meera' });
  expect(all.find(({ operator }) => operator?.id === 'xyz789')?.operator).toEqual({ id: 'xyz789', name: null });
  expect(all.every(({ name, mobile }) => !/[a-z]/.test(name ?? '') && !/\d{5}/.test(mobile ?? ''))).toBe(true);
  expect(all.filter((line) => line.byHand).every(({ outcome }) => outcome !== 'act')).toBe(true);
});
