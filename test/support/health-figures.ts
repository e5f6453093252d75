/** The figures of a terminal that has just started. For tests only. */
import type { HealthFigures } from '../../main/contract/public.ts';

export const freshFigures: HealthFigures = {
  startedAt: '2026-01-15T04:30:00.000Z',
  upstream: { answers: 0 },
  freeBytes: 9 * 1024 * 1024,
  log: { entries: 0, walBytes: 0 },
  last: {},
  clockIsPlausible: true,
  crashes: { program: 0, page: 0 },
};
