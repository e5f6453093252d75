/**
 * Rounds of full verifications on two sides in turn, with the same people: the bare loop and whatever is measured against
 * it. Part of `npm run bench`.
 */
import type { Person } from '../../main/sandbox/sandbox.ts';
import { perSecond } from './figures.ts';
import type { Upstream } from './people.ts';
import type { Sides } from './result.ts';
import { type Side, type Spent, timeMany, timeOne } from './side.ts';

const inFlight = 32;
const rounds = 14;
const peopleARound = 256;
const alone = 400;
/** Until both sides, and the sandbox, have run warm: for some thousand visits the compiler is still at work. */
const roundsBefore = 12;
const aloneBefore = 50;

/** How many people both measurements together take. */
export const peopleInAll = (roundsBefore + rounds) * peopleARound + aloneBefore + alone;

export interface Parts {
  /** What is measured. */
  readonly kiosk: Side<string>;
  readonly bare: Side<string>;
  readonly upstream: Upstream;
  /** A person comes once; afterwards the other side verifies the same one. */
  readonly queue: Iterator<Person>;
}

/** One round of each side, with the same people. */
export interface Round {
  readonly ours: Spent;
  readonly theirs: Spent;
}

/** Many at a time: the rounds after those that warm up. */
export async function runRounds({ kiosk, bare, upstream, queue }: Parts): Promise<Round[]> {
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

/** Verifications a second, round by round. */
export function ratesOf(rounds: readonly Round[]): Sides {
  return {
    measured: rounds.map(({ ours }) => perSecond(peopleARound, ours.milliseconds)),
    baseline: rounds.map(({ theirs }) => perSecond(peopleARound, theirs.milliseconds)),
  };
}

/** Processor time of this process a verification, round by round, in milliseconds. */
export function costsOf(rounds: readonly Round[]): Sides {
  return {
    measured: rounds.map(({ ours }) => ours.cpu / peopleARound),
    baseline: rounds.map(({ theirs }) => theirs.cpu / peopleARound),
  };
}

/** One at a time: each one's milliseconds. */
export async function measureLatencies({ kiosk, bare, upstream, queue }: Parts): Promise<Sides> {
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
