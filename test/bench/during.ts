/**
 * Visits while an export of a million rows is made, against visits without: one visitor at a time at the HTTP face of a
 * kiosk in a process of its own, which is told to export by `pravesh export`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../main/sandbox/sandbox.ts';
import { startProgram } from '../support/program.ts';
import { enterKiosk } from '../support/visitor-client.ts';
import { visitThrough } from './kiosk-side.ts';
import { writeConfig } from './large-log.ts';
import { startUpstream, type Upstream } from './people.ts';
import { type BenchPlace, compareTails, type Measure } from './result.ts';
import { type Side, timeOne } from './side.ts';
import { timePravesh } from './timed-child.ts';

const rounds = 3;
const visitsWithout = 300;
/** Until kiosk and client have run warm. */
const visitsBefore = 50;
/** More than one visitor after the other can be during all exports. */
const peopleInAll = 20_000;

export const measureDuring: Measure = async (place) => {
  const { scratch } = place;
  const data = place.largeLog();
  const upstream = await startUpstream(scratch, peopleInAll);
  const config = writeConfig(scratch, upstream.url);
  const program = await startProgram(['run', '--host', 'server', '--port', '0', '--data', data, '--config', config]);
  try {
    const visits = buildVisits(await visitThrough(await enterKiosk(program.url)), upstream);
    await visits.some(visitsBefore);
    const measured: number[][] = [];
    const baseline: number[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      baseline.push(await visits.some(visitsWithout));
      measured.push(await visits.until(exportThroughKiosk(place, data, config)));
    }
    return [
      compareTails('one visit during an export, p95', { measured, baseline }, 0.95, { is: 'at most', value: 1.5 }),
    ];
  } finally {
    await program.stop();
    await upstream.stop();
  }
};

async function exportThroughKiosk({ root, scratch }: BenchPlace, data: string, config: string): Promise<void> {
  const out = join(scratch, 'medium');
  mkdirSync(out);
  await timePravesh(root, ['export', '--out', out, '--data', data, '--config', config], join(scratch, 'said'));
  rmSync(out, { recursive: true });
}

/** Visits one after the other, each of a person who has not come yet; answers what each took in milliseconds. */
function buildVisits(side: Side<string>, upstream: Upstream) {
  const queue = upstream.people.values();
  const visit = () => timeOne(side, upstream, nextOf(queue));
  return {
    async some(count: number): Promise<number[]> {
      const taken: number[] = [];
      while (taken.length < count) {
        taken.push(await visit());
      }
      return taken;
    },
    /** Those that ended while the work went on. */
    async until(work: Promise<void>): Promise<number[]> {
      let done = false;
      const ended = work.finally(() => {
        done = true;
      });
      // A failure of the work is told when the visit at that moment is over.
      ended.catch(() => {});
      const taken: number[] = [];
      for (let one = await visit(); !done; one = await visit()) {
        taken.push(one);
      }
      await ended;
      return taken;
    },
  };
}

function nextOf(queue: Iterator<Person>): Person {
  const { value, done } = queue.next();
  if (done) {
    throw new TypeError('there are fewer people than the measurement needs');
  }
  return value;
}
