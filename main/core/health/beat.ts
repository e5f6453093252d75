/**
 * The heartbeat to the one address that is configured (`health.heartbeat`): whoever watches many terminals sees that this
 * one lives, and how it is. What is not taken is not kept: the next beat says more. Nothing waits for it.
 * Part of the core; the heartbeat that proves that a page paints is another one (main/platform/heartbeat.ts).
 */
import type { HealthCheck } from '../../contract/public.ts';
import type { HeartbeatSettings } from '../config/settings.ts';
import type { CancelTimer, Clock, Fetch, Logger, Random, Secrets } from '../ports.ts';
import { Stop } from '../stop.ts';
import { type Posted, post } from '../webhooks/post.ts';
import { writeSecret } from '../webhooks/signature.ts';
import { type BeatMemory, type BeatTimes, describeBeat } from './beat-state.ts';

export interface BeatParts {
  readonly heartbeat: HeartbeatSettings | undefined;
  readonly userAgent: string;
  readonly memory: BeatMemory;
  /** The body of the beat of this moment. */
  readonly write: (heartbeat: HeartbeatSettings) => string;
  readonly fetch: Fetch;
  readonly secrets: Secrets;
  readonly random: Random;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface Beat {
  /** How the receiver answers; undefined where there is none. */
  check(): HealthCheck | undefined;
  /** When a beat was taken last, and since when none is; undefined where there is no receiver. */
  times(): BeatTimes | undefined;
  /** Ends what is under way. */
  close(): void;
}

/** A terminal that has just started has other things to do first. Milliseconds. */
const firstAfterMs = 5_000;

/** Shorter than the shortest time between two beats, so that there is never more than one. */
const times = { connectMs: 5_000, totalMs: 15_000 } as const;

/** What beats are signed with, as their receiver is given it; made when there is none yet. */
export function beatSecret(secrets: Secrets): string {
  return writeSecret(secrets.key('heartbeat', 32));
}

/** Begins to beat; without a receiver it does nothing. */
export function startBeat(parts: BeatParts): Beat {
  const { heartbeat, memory, clock } = parts;
  if (heartbeat === undefined) {
    return { check: () => undefined, times: () => undefined, close: () => {} };
  }
  const stop = new Stop();
  const secret = beatSecret(parts.secrets);
  let cancelTimer: CancelTimer = () => {};
  const next = (milliseconds: number): void => {
    cancelTimer = clock.after(milliseconds, () => {
      next(heartbeat.everyMs);
      void send(parts, { heartbeat, secret }, stop);
    });
  };
  next(firstAfterMs);
  return {
    check: () => describeBeat(memory.read()),
    times: memory.read,
    close() {
      stop.abort();
      cancelTimer();
    },
  };
}

/** One beat; whatever goes wrong with it is told once, when it begins. Never throws. */
async function send(
  parts: BeatParts,
  { heartbeat, secret }: { readonly heartbeat: HeartbeatSettings; readonly secret: string },
  stop: Stop,
): Promise<void> {
  const { userAgent, write, random, logger } = parts;
  try {
    const id = `beat_${Buffer.from(random.bytes(16)).toString('hex')}`;
    const message = { url: heartbeat.url, secret, id, body: write(heartbeat), userAgent };
    const posted = await post(parts, message, times, stop);
    if (posted.result !== 'stopped') {
      note(parts, posted);
    }
  } catch {
    // The database cannot be written, which others report. What was thrown may hold anything.
    if (!stop.aborted) {
      logger.warn('heartbeat not noted');
    }
  }
}

function note({ memory, clock, logger }: BeatParts, posted: Exclude<Posted, { result: 'stopped' }>): void {
  const { failsSince } = memory.read();
  const at = new Date(clock.now()).toISOString();
  if (posted.result === 'taken') {
    memory.taken(at);
    if (failsSince !== undefined) {
      logger.info('heartbeat taken again');
    }
    return;
  }
  memory.failing(posted.problem, failsSince ?? at);
  if (failsSince === undefined) {
    logger.warn('heartbeat not taken', { reason: posted.problem.replaceAll(' ', '-') });
  }
}
