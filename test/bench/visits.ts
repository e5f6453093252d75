/**
 * Full verifications: through a kiosk that does everything, against a bare undici loop that makes the same three calls
 * to the same sandbox. How many a second with 32 in flight, and how much later one alone is answered.
 */
import { join } from 'node:path';
import { buildBareSide } from './bare-side.ts';
import { openKioskSide } from './kiosk-side.ts';
import { startUpstream } from './people.ts';
import { compareCosts, compareLatencies, compareRates, type Measure } from './result.ts';
import { costsOf, measureLatencies, peopleInAll, ratesOf, runRounds } from './visit-rounds.ts';

export const measureVisits: Measure = async ({ scratch }) => {
  const upstream = await startUpstream(scratch, peopleInAll);
  const kiosk = await openKioskSide(join(scratch, 'kiosk'), upstream.url);
  const bare = buildBareSide(upstream.url);
  try {
    const queue = upstream.people.values();
    const rounds = await runRounds({ kiosk, bare, upstream, queue });
    const latencies = await measureLatencies({ kiosk, bare, upstream, queue });
    return [
      compareRates('full verifications, 32 in flight', ratesOf(rounds), { is: 'at least', value: 0.7 }),
      compareCosts('processor time of one of these', costsOf(rounds)),
      compareLatencies('one verification, p50', latencies, 0.5),
      compareLatencies('one verification, p95', latencies, 0.95, { is: 'at most', value: 5 }),
    ];
  } finally {
    await Promise.all([kiosk.close(), bare.close()]);
    await upstream.stop();
  }
};
