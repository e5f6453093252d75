/** What a soak is asked for: read from the command line. Part of `npm run soak`. */
import { parseArgs } from 'node:util';

export const usage = `npm run soak -- [options]
Runs the built program for a long time: its own process, a sandbox in another, real HTTP between all of them. Visitors
come one after another and a few together; some decline, leave, mistype, are unknown, or meet a bad upstream. At the end
the log is verified and held against what every visitor was told.

  --hours N      for so long (with a fraction, if need be), at --pace
  --visits N     so many, as fast as they can be made (default: 20000)
  --pace N       visits a minute with --hours (default: 300)
  --together N   how many stand before the kiosk at once, at most (default: 8)
  --seed N       the same people, faults and changes of mind as another time
  --keep         keep the data folder afterwards; it is kept in any case when a limit is broken
  --help         this text

Exit code 0 when every limit holds, 1 when one is broken, 2 when it could not be run. Ctrl+C ends it early, with a summary.`;

export interface SoakPlan {
  /** How many visits at most. */
  readonly visits: number;
  /** How long at most, in milliseconds. */
  readonly milliseconds: number;
  /** Visits a minute at most. */
  readonly pace: number;
  readonly together: number;
  readonly seed: number;
  readonly keep: boolean;
}

/** The plan of a command line; undefined where help is asked for. Throws in words where it makes no sense. */
export function readPlan(args: readonly string[]): SoakPlan | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      hours: { type: 'string' },
      visits: { type: 'string' },
      pace: { type: 'string' },
      together: { type: 'string', default: '8' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    return undefined;
  }
  if (values.hours !== undefined && values.visits !== undefined) {
    throw new Error('give --hours or --visits, not both');
  }
  const { hours, keep } = values;
  const pace =
    hours === undefined && values.pace === undefined
      ? Number.POSITIVE_INFINITY
      : read(values.pace ?? '300', '--pace', 1);
  const milliseconds = hours === undefined ? Number.POSITIVE_INFINITY : read(hours, '--hours', 0.001) * 3_600_000;
  const visits =
    hours === undefined ? read(values.visits ?? '20000', '--visits', 100) : Math.ceil((milliseconds / 60_000) * pace);
  const [together, seed] = [read(values.together, '--together', 1), read(values.seed, '--seed', 0)];
  return { visits, milliseconds, pace, together, seed, keep };
}

/** How many people are needed, so that no number meets a limit: three codes in ten minutes, six in a day. */
export function countPeople({ visits, pace }: Pick<SoakPlan, 'visits' | 'pace'>): number {
  const inTenMinutes = Math.min(visits, pace * 10);
  const inDay = Math.min(visits, pace * 24 * 60);
  return Math.ceil(Math.max(inTenMinutes / 2, inDay / 5));
}

function read(text: string, option: string, least: number): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < least) {
    throw new Error(`${option} takes a number, ${least} or more; not "${text}"`);
  }
  return number;
}
