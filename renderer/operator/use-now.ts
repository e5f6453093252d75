/**
 * The time on the wall, brought up to date as often as it is shown.
 * Runs in the operator face.
 */
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

/** Milliseconds since 1970, renewed at each whole `stepMs` (60,000 for a clock of minutes). */
export function useNow(stepMs: number): number {
  const { clock } = useDesk();
  const [now, setNow] = useState(() => clock.now());
  useEffect(
    // Renewed by its own result: each step waits for the next whole one.
    () => clock.after(stepMs - (clock.now() % stepMs), () => setNow(clock.now())),
    [clock, stepMs, now],
  );
  return now;
}
