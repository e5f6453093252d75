/** What takes long about the roster, as much of it at a time as may be. Part of the core. */
import { type Answer, problem } from '../../contract/public.ts';
import type { WriteDatabase } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { sweepRoster } from './remove-roster.ts';
import { buildTurns, ClosingError, type Turns } from './turns.ts';

export interface WorkParts {
  readonly database: WriteDatabase;
  readonly clock: Clock;
  /** Told when what is of no roster could not be deleted. */
  readonly onFault: (error: unknown) => void;
}

export interface Work {
  /** Slices for one thing to do; none any longer once the kiosk closes. */
  turns(): Turns;
  /** Runs what reads, or {@link alone}; when the kiosk closes it answers `conflict`. */
  run<T>(body: () => Promise<Answer<T>>): Promise<Answer<T>>;
  /** Runs what writes, unless something else does: then it answers `conflict`. What it left over is swept before it ends. */
  alone<T>(body: () => Promise<Answer<T>>): Promise<Answer<T>>;
  /** Ends what is under way, at the end of its slice. */
  close(): Promise<void>;
}

/** Builds it, and begins to sweep what an interrupted import has left behind. */
export function buildWork({ database, clock, onFault }: WorkParts): Work {
  const ending = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const turns = () => buildTurns(clock, ending.signal);
  const track = <T>(promise: Promise<T>): Promise<T> => {
    underWay.add(promise);
    const forget = () => underWay.delete(promise);
    promise.then(forget, forget);
    return promise;
  };
  const sweep = (): Promise<void> =>
    track(
      sweepRoster(database, turns()).catch((error: unknown) => {
        if (!(error instanceof ClosingError)) {
          onFault(error);
        }
      }),
    );
  let sweeping = sweep();
  let isWriting = false;
  return {
    turns,
    run: (body) => track(body().catch(toAnswer)),
    async alone(body) {
      if (isWriting) {
        return problem('conflict', { message: 'A roster is being imported or removed at this moment.' });
      }
      isWriting = true;
      try {
        await sweeping;
        return await body();
      } finally {
        sweeping = sweep();
        await sweeping;
        isWriting = false;
      }
    },
    async close() {
      ending.abort();
      await Promise.allSettled(underWay);
    },
  };
}

function toAnswer(error: unknown): Answer<never> {
  if (error instanceof ClosingError) {
    return problem('conflict', { message: 'The kiosk is closing.' });
  }
  throw error;
}
