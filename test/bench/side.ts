/** One side of a comparison of visits, and how both are driven. Part of `npm run bench`. */
import type { Person } from '../../main/sandbox/sandbox.ts';
import type { Upstream } from './people.ts';

/** A way to verify a person, in the two steps between which the code is read from the phone. */
export interface Side<Ticket> {
  begin(person: Person): Promise<Ticket>;
  conclude(ticket: Ticket, otp: string): Promise<void>;
}

/** What something took: time by the clock, and time of the processors that this process used. In milliseconds. */
export interface Spent {
  readonly milliseconds: number;
  readonly cpu: number;
}

/** Runs the work for each item, with so many at the same time; resolves when all are done. */
async function inFlight<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: most }, lane));
}

/**
 * Verifies people with so many in flight and answers what it took. Reading the codes from the phones
 * is no part of a verification and stands between the two timed halves, for both sides alike.
 */
export async function timeMany<Ticket>(
  side: Side<Ticket>,
  upstream: Upstream,
  people: readonly Person[],
  most: number,
): Promise<Spent> {
  const begun = new Map<Person, Ticket>();
  const codes = new Map<Person, string>();
  const first = await time(() =>
    inFlight(people, most, async (person) => {
      begun.set(person, await side.begin(person));
    }),
  );
  await inFlight(people, most, async (person) => {
    codes.set(person, await upstream.readOtp(person));
  });
  const second = await time(() =>
    inFlight(Array.from(begun), most, ([person, ticket]) => side.conclude(ticket, codes.get(person) ?? '')),
  );
  return { milliseconds: first.milliseconds + second.milliseconds, cpu: first.cpu + second.cpu };
}

/** Verifies one person alone and answers how many milliseconds it took, without the reading of the code. */
export async function timeOne<Ticket>(side: Side<Ticket>, upstream: Upstream, person: Person): Promise<number> {
  const began = performance.now();
  const ticket = await side.begin(person);
  const first = performance.now() - began;
  const code = await upstream.readOtp(person);
  const second = await time(() => side.conclude(ticket, code));
  return first + second.milliseconds;
}

async function time(work: () => Promise<void>): Promise<Spent> {
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  await work();
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { milliseconds, cpu: (user + system) / 1000 };
}
