/** Runs a soak from its plan to its report. Part of `npm run soak`; a test runs a short one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { databaseName } from '../../main/core/db/data-folder.ts';
import { openForReading } from '../../main/core/db/database.ts';
import type { Person } from '../../main/sandbox/sandbox.ts';
import { buildSeededRandom } from '../faults/seeded-random.ts';
import { type Program, runProgram, startProgram } from '../support/program.ts';
import { look, type Sample, slopeOf } from './measures.ts';
import { countPeople, type SoakPlan } from './plan.ts';
import { openVisitors, type Visitors } from './visitors.ts';

/** What came of it. */
export interface SoakReport {
  readonly visits: number;
  readonly seconds: number;
  /** By `outcome/reason`: what visitors were told, and what the log has. */
  readonly told: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, number>;
  /** MB that 10,000 visits more take; undefined where it cannot be told. */
  readonly slope: number | undefined;
  readonly megabytes: number | undefined;
  readonly largestWalBytes: number;
  /** Declines beyond what one terminal counts: no rows. */
  readonly turnedAway: number;
  readonly strange: ReadonlyMap<string, number>;
  /** The exit code of `pravesh verify`, and what it said. */
  readonly verified: { readonly code: number | null; readonly said: string };
  /** The exit code of the program, when it was told to end. */
  readonly ended: number | null;
}

export interface SoakParts {
  readonly plan: Pick<SoakPlan, 'visits' | 'milliseconds' | 'pace' | 'together' | 'seed'>;
  /** An empty folder. */
  readonly folder: string;
  /** Ends it early. */
  readonly signal?: AbortSignal;
  /** Told now and then how far it is. */
  readonly onProgress?: (sample: Sample, milliseconds: number) => void;
}

/** So often the program is looked at, in visits: two hundred times in all, and at least each so many. */
const mostBetweenLooks = 1_000;

/** Runs it. Rejects where the program or the sandbox does not start, or does not answer any more. */
export async function runSoak(parts: SoakParts): Promise<SoakReport> {
  const { plan, folder } = parts;
  const people = invitePeople(countPeople(plan));
  const sandbox = await startSandbox(folder, people);
  const data = join(folder, 'data');
  try {
    const program = await startKiosk(folder, data, sandbox.url);
    const random = buildSeededRandom(plan.seed);
    const visitors = await openVisitors({ launchUrl: program.url, sandboxUrl: sandbox.url, random });
    try {
      const { samples, visits, milliseconds } = await sendVisitors(parts, people, visitors, program.pid, data);
      const ended = await program.stop();
      const { code, stdout, stderr } = await runProgram(['verify', data]);
      return {
        visits,
        seconds: milliseconds / 1_000,
        told: visitors.told,
        rows: countRows(data),
        slope: slopeOf(samples),
        megabytes: samples.at(-1)?.megabytes,
        largestWalBytes: Math.max(0, ...samples.map(({ walBytes }) => walBytes)),
        turnedAway: visitors.turnedAway,
        strange: visitors.strange,
        verified: { code, said: `${stdout}${stderr}` },
        ended,
      };
    } finally {
      await visitors.close();
      await program.kill();
    }
  } finally {
    await sandbox.stop();
  }
}

async function sendVisitors(
  { plan, signal, onProgress = () => {} }: SoakParts,
  people: readonly Person[],
  visitors: Visitors,
  pid: number,
  data: string,
): Promise<{ samples: Sample[]; visits: number; milliseconds: number }> {
  const began = performance.now();
  const samples: Sample[] = [];
  const everyVisits = Math.min(mostBetweenLooks, Math.ceil(plan.visits / 200));
  let [begun, over] = [0, 0];
  const isOver = () =>
    begun >= plan.visits || performance.now() - began >= plan.milliseconds || signal?.aborted === true;
  const lane = async () => {
    while (!isOver()) {
      const turn = begun;
      begun += 1;
      const waitMs = (turn * 60_000) / plan.pace - (performance.now() - began);
      // A visitor of a slow day has not come yet.
      await (waitMs > 0 ? after(waitMs) : undefined);
      await visitors.visit(personAt(people, turn));
      over += 1;
      if (over % everyVisits === 0) {
        const sample = look(pid, data, over);
        samples.push(sample);
        onProgress(sample, performance.now() - began);
      }
    }
  };
  await Promise.all(Array.from({ length: plan.together }, lane));
  return { samples, visits: over, milliseconds: performance.now() - began };
}

function personAt(people: readonly Person[], turn: number): Person {
  const person = people[turn % people.length];
  if (person === undefined) {
    throw new TypeError('a soak needs people');
  }
  return person;
}

function invitePeople(count: number): Person[] {
  const statuses = [2, 2, 2, 1, 0] as const;
  return Array.from({ length: count }, (_, index) => ({
    full_name: `Visitor ${index}`,
    mobile_number: String(7_000_000_000 + index),
    vaccination_status: statuses[index % statuses.length] ?? 2,
  }));
}

/** A code that was not used soon makes room for the next, so that the same people can come again. */
function startSandbox(folder: string, people: readonly Person[]): Promise<Program> {
  const file = join(folder, 'people.yml');
  // JSON is YAML as well, and quickly written.
  writeFileSync(file, JSON.stringify(people));
  return startProgram(['sandbox', '--port', '0', '--people', file, '--otp-seconds', '30'], { detached: true });
}

function startKiosk(folder: string, data: string, sandboxUrl: string): Promise<Program> {
  const config = join(folder, 'pravesh.yml');
  const upstream = {
    baseUrl: `${sandboxUrl}/api`,
    apiKey: 'key-of-the-soak',
    signature: 'required',
    jwks: `${sandboxUrl}/.well-known/jwks.json`,
  };
  const policy = { purposes: { visitor: { admit: [2], refer: [1] } } };
  const site = { id: 'hq', name: 'Head Office', terminal: 'gate-1' };
  writeFileSync(
    config,
    JSON.stringify({ site, upstream, policy, limits: { upstream: { calls: 10_000_000, seconds: 300 } } }),
  );
  const args = ['run', '--host', 'server', '--no-restart', '--port', '0', '--data', data, '--config', config];
  return startProgram(args, { env: { PRAVESH_LOG: 'silent' }, detached: true });
}

/** The rows of visits, by `outcome/reason`. */
function countRows(data: string): Map<string, number> {
  const database = openForReading(join(data, databaseName));
  try {
    const sql =
      "SELECT outcome, reason, count(*) AS count FROM entries WHERE outcome <> 'act' GROUP BY outcome, reason";
    const rows = database
      .prepare(sql)
      .all()
      .map((row): Record<string, unknown> => Object(row));
    return new Map(rows.map(({ outcome, reason, count }) => [`${outcome}/${reason}`, Number(count)]));
  } finally {
    database.close();
  }
}
