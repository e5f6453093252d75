/**
 * Full verifications: through a kiosk that does everything, against a bare undici loop that makes the same three calls
 * to the same sandbox. How many a second with 32 in flight, and how much later one alone is answered.
 */
import { join } from 'node:path';
import type { Person } from '../../main/sandbox/sandbox.ts';
import { buildBareSide } from './bare-side.ts';
import { perSecond } from './figures.ts';
import { openKioskSide } from './kiosk-side.ts';
import { startUpstream, type Upstream } from './people.ts';
import { compareCosts, compareLatencies, compareRates, type Measure, type Sides } from './result.ts';
import { type Side, type Spent, timeMany, timeOne } from './side.ts';

const inFlight = 32;
const rounds = 14;
const peopleARound = 256;
const alone = 400;
/** Until both sides, and the sandbox, have run warm: for some thousand visits the compiler is still at work. */
const roundsBefore = 12;
const aloneBefore = 50;

export const measureVisits: Measure = async ({ scratch }) => {
  const peopleInAll = (roundsBefore + rounds) * peopleARound + aloneBefore + alone;
  const upstream = await startUpstream(scratch, peopleInAll);
  const kiosk = await openKioskSide(join(scratch, 'kiosk'), upstream.url);
  const bare = buildBareSide(upstream.url);
  try {
    const queue = upstream.people.values();
    const rounds = await runRounds({ kiosk, bare, upstream, queue });
    const latencies = await measureLatencies({ kiosk, bare, upstream, queue });
    return [
      compareRates(`full verifications, ${inFlight} in flight`, ratesOf(rounds), { is: 'at least', value: 0.7 }),
      compareCosts('processor time of one of these', costsOf(rounds)),
      compareLatencies('one verification, p50', latencies, 0.5),
      compareLatencies('one verification, p95', latencies, 0.95, { is: 'at most', value: 5 }),
    ];
  } finally {
    await Promise.all([kiosk.close(), bare.close()]);
    await upstream.stop();
  }
};

interface Parts {
  readonly kiosk: Side<string>;
  readonly bare: Side<string>;
  readonly upstream: Upstream;
  /** A person comes once; afterwards the other side verifies the same one. */
  readonly queue: Iterator<Person>;
}

/** One round of each side, with the same people. */
interface Round {
  readonly ours: Spent;
  readonly theirs: Spent;
}

async function runRounds({ kiosk, bare, upstream, queue }: Parts): Promise<Round[]> {
  const measured: Round[] = [];
  for (let round = 0; round < roundsBefore + rounds; round += 1) {
    const people = take(queue, peopleARound);
    const ours = await timeMany(kiosk, upstream, people, inFlight);
    const theirs = await timeMany(bare, upstream, people, inFlight);
    if (round >= roundsBefore) {
      measured.push({ ours, theirs });
    }
  }
  return measured;
}

function ratesOf(rounds: readonly Round[]): Sides {
  return {
    measured: rounds.map(({ ours }) => perSecond(peopleARound, ours.milliseconds)),
    baseline: rounds.map(({ theirs }) => perSecond(peopleARound, theirs.milliseconds)),
  };
}

function costsOf(rounds: readonly Round[]): Sides {
  return {
    measured: rounds.map(({ ours }) => ours.cpu / peopleARound),
    baseline: rounds.map(({ theirs }) => theirs.cpu / peopleARound),
  };
}

async function measureLatencies({ kiosk, bare, upstream, queue }: Parts): Promise<Sides> {
  const measured: number[] = [];
  const baseline: number[] = [];
  for (const [index, person] of take(queue, aloneBefore + alone).entries()) {
    const ours = await timeOne(kiosk, upstream, person);
    const theirs = await timeOne(bare, upstream, person);
    if (index >= aloneBefore) {
      measured.push(ours);
      baseline.push(theirs);
    }
  }
  return { measured, baseline };
}

function take(queue: Iterator<Person>, count: number): Person[] {
  return Array.from({ length: count }, () => {
    const { value, done } = queue.next();
    if (done) {
      throw new TypeError('there are fewer people than the measurement needs');
    }
    return value;
  });
}
