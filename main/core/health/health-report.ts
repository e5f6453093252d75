/** `health.get`: how the terminal is, thing by thing, each with what to do when it is not well. */
import type { Health, HealthCheck, HealthFigures } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { judgeClock } from '../entry-log/clock-judgement.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import { checkCodeOf } from '../entry-log/leaf.ts';
import type { Clock } from '../ports.ts';
import { buildTreeReader } from '../tree/tree.ts';
import { type Condition, leastFreeBytes, type UpstreamCondition } from './service-health.ts';

export type HealthReport = () => Health;

/** Builds the report over the running parts. */
export function buildHealthReport(parts: {
  readonly database: ReadDatabase;
  readonly condition: () => Condition;
  readonly upstream: () => UpstreamCondition;
  readonly freeBytes: () => number;
  readonly clock: Clock;
  /** How far the clock is ahead of the upstream's, in milliseconds; undefined while that is not known. */
  readonly aheadMs: () => number | undefined;
  readonly clockIsWrong: () => boolean;
  /** How the door of the operators is. */
  readonly operators: () => HealthCheck;
  readonly figures: () => HealthFigures;
  /** What has something to say only where it is used. */
  readonly others?: readonly (() => HealthCheck | undefined)[];
}): HealthReport {
  const tree = buildTreeReader(parts.database);
  const head = (size: number) => ({ size, code: checkCodeOf(tree.rootAt(size)) });
  return () => ({
    ...parts.condition(),
    head: head(tree.size()),
    checks: [
      checkLog(parts.database),
      checkDisk(parts.freeBytes()),
      checkUpstream(parts.upstream()),
      checkClock(parts),
      parts.operators(),
      ...(parts.others ?? []).flatMap((check) => check() ?? []),
    ],
    figures: parts.figures(),
  });
}

function checkLog(database: ReadDatabase): HealthCheck {
  return { name: 'log', ok: true, detail: `${selectNewest(database).seq} entries` };
}

function checkDisk(freeBytes: number): HealthCheck {
  const ok = freeBytes >= leastFreeBytes;
  const detail = `${Math.floor(freeBytes / 1024 / 1024)} MiB free`;
  return ok ? { name: 'disk', ok, detail } : { name: 'disk', ok, detail, todo: 'Free space on this disk.' };
}

function checkUpstream({ state }: UpstreamCondition): HealthCheck {
  switch (state) {
    case 'ok':
      return { name: 'upstream', ok: true, detail: 'answers' };
    case 'down':
      return { name: 'upstream', ok: false, detail: 'does not answer', todo: 'Check the network of this terminal.' };
    case 'forbidden':
      return { name: 'upstream', ok: false, detail: 'refuses this terminal', todo: 'Check upstream.apiKey.' };
  }
}

function checkClock(parts: Parameters<typeof buildHealthReport>[0]): HealthCheck {
  const todo = 'Set date and time of this machine.';
  if (parts.clockIsWrong()) {
    return { name: 'clock', ok: false, detail: `wrong${apart(parts.aheadMs())}`, todo };
  }
  const judgement = judgeClock(parts.clock.now(), selectNewest(parts.database).at);
  return judgement === 'ok'
    ? { name: 'clock', ok: true, detail: 'plausible' }
    : { name: 'clock', ok: false, detail: judgement, todo };
}

function apart(aheadMs: number | undefined): string {
  const minutes = Math.round((aheadMs ?? 0) / 60_000);
  return minutes === 0 ? '' : `: ${Math.abs(minutes)} min ${minutes > 0 ? 'ahead of' : 'behind'} the upstream`;
}
