/**
 * How long one has to wait before the next try, counted down on the page.
 * Runs in the operator face.
 */
import { useEffect, useState } from 'preact/hooks';
import { formatRemaining } from '../../i18n/say.ts';
import type { FaceClock } from '../../store/clock.ts';
import { useDeskLocale } from '../locale.ts';

const secondMs = 1000;

export interface Wait {
  /** "0:20", or undefined when one may try. */
  readonly left: string | undefined;
  /** Begins to wait; undefined ends it. Milliseconds. */
  readonly begin: (ms: number | undefined) => void;
}

/** Holds the wait. */
export function useWait(clock: FaceClock): Wait {
  const locale = useDeskLocale();
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => clock.monotonic());
  const left = until - now;
  useEffect(
    () => (left > 0 ? clock.after(left % secondMs || secondMs, () => setNow(clock.monotonic())) : undefined),
    [clock, left],
  );
  return {
    left: left > 0 ? formatRemaining(locale, left) : undefined,
    begin: (ms) => {
      const moment = clock.monotonic();
      setNow(moment);
      setUntil(ms === undefined ? 0 : moment + ms);
    },
  };
}
