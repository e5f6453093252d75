/** Updates are looked for in the quiet hours alone, and never put in during a visit. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { startUpdates } from '../../../main/electron/updates.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';

const hour = 3_600_000;
const minute = 60_000;
/** Ten in the evening in India; it is quiet from two to four. */
const evening = Date.parse('2026-01-15T16:30:00.000Z');

/** A kiosk with a feed; what is asked of the updater is written down, and what it answers can be changed. */
function setUp({ wall = evening } = {}) {
  const clock = buildFakeClock(wall);
  const did: string[] = [];
  const lines: { event: string; fields: unknown }[] = [];
  const feed = { newest: '2.0.0', fault: '', isFree: true, freeAfterKeeping: true, downloadMs: 0 };
  const fail = (step: string) => {
    if (feed.fault === step) {
      throw Object.assign(new Error('https://updates.example.in/secret'), { code: 'ERR_UPDATER_TEST' });
    }
  };
  const keep = (event: string, fields?: unknown) => void lines.push({ event, fields });
  const end = startUpdates({
    updates: { feed: 'https://updates.example.in', quietHours: { from: 120, to: 240 } },
    timeZone: 'Asia/Kolkata',
    isFree: () => feed.isFree,
    clock,
    logger: { info: keep, warn: keep, error: keep },
    updater: {
      async findNewer() {
        did.push('find');
        fail('find');
        return feed.newest === '' ? undefined : feed.newest;
      },
      async download() {
        did.push('download');
        fail('download');
        clock.jump(feed.downloadMs);
      },
      async keepPrevious() {
        did.push('keep');
        fail('keep');
        feed.isFree = feed.freeAfterKeeping;
      },
      replace() {
        did.push('replace');
        fail('replace');
      },
    },
  });
  onTestFinished(end);
  return { clock, did, lines, feed, end };
}

describe('outside the quiet hours', () => {
  it('the feed is not asked', async () => {
    const { clock, did } = setUp();
    await clock.pass(4 * hour - minute);
    expect(did).toEqual([]);
  });

  it('nothing is put in any more that took too long to get', async () => {
    const { clock, did, feed } = setUp();
    feed.downloadMs = 2 * hour;
    await clock.pass(4 * hour + 5 * minute);
    expect(did).toEqual(['find', 'download']);
    // What has been got waits for the next night, and is not got again.
    await clock.pass(24 * hour);
    expect(did).toEqual(['find', 'download', 'keep', 'replace']);
  });
});

describe('in the quiet hours', () => {
  it('the newer version is put in, after the one before was set aside', async () => {
    const { clock, did, lines } = setUp();
    await clock.pass(4 * hour + minute);
    expect(did).toEqual(['find', 'download', 'keep', 'replace']);
    expect(lines.map(({ event }) => event)).toEqual(['update downloaded', 'update is put in']);
    expect(clock.timers()).toBe(0);
  });

  it('the feed is asked once a night where there is nothing newer', async () => {
    const { clock, did, feed } = setUp();
    feed.newest = '';
    await clock.pass(7 * hour);
    expect(did).toEqual(['find']);
    await clock.pass(24 * hour);
    expect(did).toEqual(['find', 'find']);
  });

  it('nothing is put in while somebody is served, and it is when they have gone', async () => {
    const { clock, did, feed } = setUp();
    feed.isFree = false;
    await clock.pass(5 * hour);
    expect(did).toEqual(['find', 'download']);
    feed.isFree = true;
    await clock.pass(minute);
    expect(did).toEqual(['find', 'download', 'keep', 'replace']);
  });

  it('a visit that begins while the version before is set aside holds it up', async () => {
    const { clock, did, feed } = setUp();
    feed.freeAfterKeeping = false;
    await clock.pass(4 * hour + minute);
    expect(did).toEqual(['find', 'download', 'keep']);
  });

  it('a feed that fails is asked three times, twenty minutes apart, and again the next night', async () => {
    const { clock, did, feed } = setUp();
    feed.fault = 'find';
    await clock.pass(4 * hour + 19 * minute);
    expect(did).toHaveLength(1);
    await clock.pass(2 * hour);
    expect(did).toEqual(['find', 'find', 'find']);
    feed.fault = '';
    await clock.pass(24 * hour);
    expect(did.slice(3)).toEqual(['find', 'download', 'keep', 'replace']);
  });

  it.each(['keep', 'replace'])('where it fails to %s, this version goes on until the next night', async (step) => {
    const { clock, did, feed, lines } = setUp();
    feed.fault = step;
    await clock.pass(7 * hour);
    expect(did.filter((each) => each === step)).toHaveLength(1);
    expect(lines.at(-1)).toEqual({
      event: 'update not put in',
      fields: { version: '2.0.0', error: 'ERR_UPDATER_TEST' },
    });
    feed.fault = '';
    await clock.pass(24 * hour);
    expect(did.at(-1)).toBe('replace');
  });

  it('no address of the feed and no path stands in the log', async () => {
    const { clock, feed, lines } = setUp();
    feed.fault = 'download';
    await clock.pass(7 * hour);
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain('example.in');
  });
});

it('a clock that is set does not begin a visit’s end: only the free kiosk is replaced', async () => {
  const { clock, did, feed } = setUp();
  feed.isFree = false;
  clock.jump(4 * hour);
  await clock.pass(2 * minute);
  expect(did).toEqual(['find', 'download']);
});

it('what is ended puts nothing in', async () => {
  const { clock, did, end, feed } = setUp();
  feed.isFree = false;
  await clock.pass(4 * hour + minute);
  end();
  feed.isFree = true;
  await clock.pass(48 * hour);
  expect(did).toEqual(['find', 'download']);
  expect(clock.timers()).toBe(0);
});
