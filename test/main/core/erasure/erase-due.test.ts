/** Properties of erasing: by a right clock exactly those go whose time is over; under a wrong one nobody goes early. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { addPeriod, parsePeriod } from '../../../../main/core/config/period.ts';
import { openForWriting, type WriteDatabase } from '../../../../main/core/db/database.ts';
import { migrate } from '../../../../main/core/db/migrate.ts';
import { judgeClock } from '../../../../main/core/entry-log/clock-judgement.ts';
import { eraseDue } from '../../../../main/core/erasure/erase-due.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

function open(): WriteDatabase {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database);
  onTestFinished(() => void database.close());
  return database;
}

/** What a visit was: when it truly was, what the clock showed, and whether the upstream answered. */
interface Visit {
  readonly truly: number;
  readonly shown: number;
  readonly decided: boolean;
}

/** Writes visits as the log does, erases at a moment, and undoes it all. @returns whether each is erased */
function eraseAt(
  database: WriteDatabase,
  visits: readonly Visit[],
  now: number,
  keep: { min: string; max: string },
  aheadMs: number,
): boolean[] {
  const settings = buildSettings();
  const privacy = { ...settings.privacy, keep };
  database.exec('BEGIN');
  try {
    insertVisits(database, visits);
    for (const _batch of eraseDue({ database, settings: { ...settings, privacy }, now, aheadMs })) {
      // To its end.
    }
    const left = database.prepare('SELECT subject_name IS NULL AS gone FROM entries ORDER BY seq').pluck().all();
    return left.map((gone) => gone === 1);
  } finally {
    database.exec('ROLLBACK');
  }
}

function insertVisits(into: WriteDatabase, visits: readonly Visit[]): void {
  const insert = into.prepare(
    `INSERT INTO entries (seq, id, at, site, terminal, purpose, channel, outcome, status, clock, subject_ref,
       subject_name, subject_mobile, subject_salt, leaf_hash)
     VALUES (?, ?, ?, 'hq', 'gate-1', 'visitor', 'kiosk', ?, ?, ?, 'ref', 'name', 'mobile', zeroblob(16), zeroblob(32))`,
  );
  let newest: string | null = null;
  for (const [index, { shown, decided }] of visits.entries()) {
    const at = new Date(shown).toISOString();
    const outcome = decided ? 'admitted' : 'not-verified';
    insert.run(index + 1, `id-${index}`, at, outcome, decided ? 2 : null, judgeClock(shown, newest));
    newest = at;
  }
}

const keeps = fc.constantFrom(
  { min: '1 year', max: '13 months' },
  { min: '30 days', max: '1 month' },
  { min: '6 weeks', max: '2 months' },
  { min: '1 day', max: '3 years' },
  { min: '1 month', max: '1 month' },
);

function over(at: number, period: string): number {
  const parsed = parsePeriod(period);
  return parsed === undefined ? Number.NaN : addPeriod(at, parsed);
}

/** Visits, each so long after the one before; what the clock shows is up to `show`. */
function visitsOf(show: fc.Arbitrary<(truly: number) => Pick<Visit, 'shown' | 'decided'>>, longestGapDays: number) {
  const gap = fc.oneof(fc.nat(longestGapDays * 24), fc.constant(0), fc.nat(3)).map((hours) => hours * hourMs);
  return fc.array(fc.tuple(gap, show), { minLength: 1, maxLength: 30 }).map((steps) => {
    let truly = Date.UTC(2026, 0, 29, 10);
    return steps.map(([later, shown]): Visit => {
      truly += later;
      return { truly, ...shown(truly) };
    });
  });
}

test('by a right clock exactly those go whose latest moment is within the hour, and whose earliest is over', () => {
  const database = open();
  const right = fc.boolean().map((decided) => (truly: number) => ({ shown: truly, decided }));
  fc.assert(
    fc.property(visitsOf(right, 60), keeps, fc.nat(500 * 24), (visits, keep, hours) => {
      const now = (visits.at(-1)?.truly ?? 0) + hours * hourMs;
      const wanted = visits.map(({ truly }) => over(truly, keep.min) <= now && over(truly, keep.max) <= now + hourMs);
      expect(eraseAt(database, visits, now, keep, hourMs)).toEqual(wanted);
    }),
    { numRuns: 200 },
  );
});

test('rows written under a clock in 1970, or years ahead, are never erased before their true minimum', () => {
  const database = open();
  const show = fc.oneof(
    { weight: 3, arbitrary: fc.boolean().map((decided) => (truly: number) => ({ shown: truly, decided })) },
    { weight: 1, arbitrary: fc.nat(900).map((days) => () => ({ shown: days * dayMs, decided: false })) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 401, max: 5000 }).map((days) => (truly: number) => ({
        shown: truly + days * dayMs,
        decided: false,
      })),
    },
  );
  fc.assert(
    fc.property(visitsOf(show, 200), keeps, fc.nat(700 * 24), (visits, keep, hours) => {
      const now = (visits.at(-1)?.truly ?? 0) + hours * hourMs;
      const gone = eraseAt(database, visits, now, keep, hourMs);
      const early = visits.filter(({ truly }, index) => gone[index] && over(truly, keep.min) > now);
      expect(early).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
