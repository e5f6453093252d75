/** The terminal's figures, as staff read them in both languages. */
import { describe, expect, it } from 'vitest';
import { type Health, serviceReasons } from '../../../main/contract/public.ts';
import { buildDates } from '../../../renderer/operator/dates.ts';
import { figureWords } from '../../../renderer/operator/pages/terminal/figure-words.ts';
import { writeFigures } from '../../../renderer/operator/pages/terminal/write-figures.ts';
import { buildDeskSay } from '../../../renderer/operator/words.ts';
import { freshFigures } from '../../support/health-figures.ts';

const now = Date.parse('2026-01-18T06:45:30.000Z');
const head = { size: 0, code: 'CODE0000' };
const fresh: Health = { state: 'in-service', head, checks: [], figures: freshFigures };

const busy: Health = {
  state: 'out-of-order',
  reason: 'crashes',
  head,
  checks: [],
  figures: {
    startedAt: '2026-01-15T04:30:00.000Z',
    upstream: { wellAt: '2026-01-18T06:45:20.000Z', answers: 57, p50Ms: 349, p95Ms: 12_400 },
    freeBytes: 41_500_000_000,
    log: { entries: 123_456, newestAt: '2026-01-18T06:44:00.000Z', walBytes: 4_120_000 },
    last: {
      checkpoint: '2026-01-18T05:40:00.000Z',
      export: '2026-01-16T06:45:00.000Z',
      backup: '2026-01-19T06:45:30.000Z',
    },
    clockIsPlausible: false,
    heartbeat: { takenAt: '2026-01-18T05:00:00.000Z', failsSince: '2026-01-18T06:00:00.000Z' },
    crashes: { program: 2, page: 3, newestAt: '2026-01-18T06:40:00.000Z' },
  },
};

function write(health: Health, locale: 'en' | 'hi' = 'en') {
  const say = buildDeskSay(figureWords, locale);
  const dates = buildDates(locale, 'Asia/Kolkata');
  return writeFigures(health, { say, dates, locale, now }).map(([name, value]) =>
    `${name}: ${value}`.replaceAll(/\s/g, ' '),
  );
}

describe('the figures of a terminal', () => {
  it('tell all of a busy one', () => {
    expect(write(busy)).toEqual([
      'State: out of order: it has crashed too often',
      'Running since: 15 Jan 2026, 10:00:00 am (3 days ago)',
      'Verification service, last good answer: 18 Jan 2026, 12:15:20 pm',
      'Time of its answers: half within 0.35 secs, 95 of 100 within 12 secs; the newest 57 calls were counted',
      'Free on the disk: 41.5 GB',
      'Entries: 1,23,456, the newest 18 Jan 2026, 12:14:00 pm (1 minute ago)',
      'Write-ahead file of the log (WAL): 4 MB',
      'Last signed head of the log: 18 Jan 2026, 11:10:00 am (1 hour ago)',
      'Last export: 16 Jan 2026, 12:15:00 pm (2 days ago)',
      'Last backup by itself: 19 Jan 2026, 12:15:30 pm',
      'Clock: wrong',
      'Heartbeat: not taken since 18 Jan 2026, 11:30:00 am (45 minutes ago)',
      'Crashes in 24 hours: program 2, page 3, the newest 18 Jan 2026, 12:10:00 pm (5 minutes ago)',
    ]);
  });

  it('say of a new one what has never been', () => {
    expect(write(fresh).slice(2)).toEqual([
      'Verification service, last good answer: none since the start',
      'Time of its answers: no call since the start',
      'Free on the disk: 9 MB',
      'Entries: none yet',
      'Write-ahead file of the log (WAL): 0 byte',
      'Last signed head of the log: never',
      'Last export: never',
      'Last backup by itself: none is known',
      'Clock: plausible',
      'Heartbeat: none is configured',
      'Crashes in 24 hours: none',
    ]);
  });

  it('leave no gap and no English in Hindi', () => {
    for (const line of [...write(busy, 'hi'), ...write(fresh, 'hi')]) {
      expect(line).not.toMatch(/\{|[A-Za-z]{4}/);
      expect(line).toMatch(/\p{Script=Devanagari}/u);
    }
  });

  it('know a heartbeat that was not yet, and one that was', () => {
    const beating = (heartbeat: Health['figures']['heartbeat']) =>
      write({ ...fresh, figures: { ...freshFigures, ...(heartbeat && { heartbeat }) } }).at(-2);
    expect(beating({})).toBe('Heartbeat: none was taken yet');
    expect(beating({ takenAt: '2026-01-18T06:45:00.000Z' })).toBe('Heartbeat: taken 18 Jan 2026, 12:15:00 pm');
  });

  it('have a state in words or as a code, whatever the reason', () => {
    for (const reason of serviceReasons) {
      expect(write({ ...fresh, state: 'out-of-order', reason })[0]).toMatch(/^State: out of order: .+/);
    }
  });
});
