/**
 * Full verifications through the JSON API, with 64 parties, against the same bare loop as the kiosk's; and whether the
 * program's memory grows with what it has verified.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../main/sandbox/sandbox.ts';
import { openApiSide } from './api-side.ts';
import { buildBareSide } from './bare-side.ts';
import { startUpstream } from './people.ts';
import { compareLatencies, compareRates, type Measure, type Result, reportValue } from './result.ts';
import { timeMany } from './side.ts';
import { measureLatencies, peopleInAll, ratesOf, runRounds } from './visit-rounds.ts';

const parties = 64;

export const measureApi: Measure = async ({ scratch }) => {
  const upstream = await startUpstream(scratch, peopleInAll);
  const api = await openApiSide(scratch, upstream.url, parties);
  const bare = buildBareSide(upstream.url);
  try {
    const queue = upstream.people.values();
    const rounds = await runRounds({ kiosk: api, bare, upstream, queue });
    const latencies = await measureLatencies({ kiosk: api, bare, upstream, queue });
    const goals = { rate: { is: 'at least', value: 0.6 }, latency: { is: 'at most', value: 6 } } as const;
    return [
      compareRates(`verifications through the API, ${parties} parties`, ratesOf(rounds), goals.rate),
      compareLatencies('one through the API, p50', latencies, 0.5),
      compareLatencies('one through the API, p95', latencies, 0.95, goals.latency),
    ];
  } finally {
    await Promise.all([api.close(), bare.close()]);
    await upstream.stop();
  }
};

const verifications = 100_000;
/** Before the first look: caches fill, the compiler is done, and what is remembered of ended visits is at its most. */
const before = 50_000;
/** A number may be sent three codes in ten minutes. */
const visitsOfOne = 3;

export const measureMemory: Measure = async ({ scratch, say }) => {
  if (process.platform !== 'linux') {
    say('memory of the program: left out, this system does not tell it');
    return [];
  }
  const people = Math.ceil((verifications + before) / visitsOfOne);
  const upstream = await startUpstream(scratch, people);
  const api = await openApiSide(join(scratch), upstream.url, parties);
  try {
    const crowd = repeat(upstream.people, visitsOfOne);
    const verify = (count: number) => timeMany(api, upstream, take(crowd, count), 32);
    await verifyInParts(verify, before);
    const first = readResident(api.pid);
    await verifyInParts(verify, verifications);
    return [reportGrowth(readResident(api.pid) - first)];
  } finally {
    await api.close();
    await upstream.stop();
  }
};

/** A part ends before the code of its first visit does. */
async function verifyInParts(verify: (count: number) => Promise<unknown>, count: number): Promise<void> {
  const part = 2_000;
  for (let done = 0; done < count; done += part) {
    await verify(Math.min(part, count - done));
  }
}

function* repeat(people: readonly Person[], times: number): Generator<Person, undefined> {
  for (let time = 0; time < times; time += 1) {
    yield* people;
  }
}

function take(crowd: Iterator<Person, undefined>, count: number): Person[] {
  return Array.from({ length: count }, () => {
    const { value } = crowd.next();
    if (value === undefined) {
      throw new TypeError('there are fewer people than the measurement needs');
    }
    return value;
  });
}

function reportGrowth(bytes: number): Result {
  const megabytes = bytes / 1e6;
  const spread = { middle: megabytes, low: megabytes, high: megabytes };
  return reportValue('memory after 100,000 more verifications', 'MB', spread, { is: 'at most', value: 20 });
}

/** What lies in memory now: proc_pid_status(5). */
function readResident(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes) * 1024;
}
