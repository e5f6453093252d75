/** The uses of passes of the last moments, in memory only. Part of the core. */
import type { Answer, VerificationSnapshot } from '../../contract/public.ts';
import type { Clock } from '../ports.ts';

type Asked = Promise<Answer<VerificationSnapshot>>;

/** A reader may type a pass twice, and a hand may hold it there: within so long it is one visit. */
const sameVisitMs = 5_000;

/** Admits, unless the same pass did a moment ago: then that answer is given again. `id` names the pass. */
export type OncePerVisit = (id: string, admit: () => Asked) => Asked;

/** Builds it; a use that came to nothing is not remembered. */
export function buildOncePerVisit(clock: Pick<Clock, 'monotonic'>): OncePerVisit {
  const recent = new Map<string, { readonly at: number; readonly asked: Asked }>();
  return (id, admit) => {
    const now = clock.monotonic();
    for (const [other, { at }] of recent) {
      if (now - at >= sameVisitMs) {
        recent.delete(other);
      }
    }
    const known = recent.get(id);
    if (known !== undefined) {
      return known.asked;
    }
    const asked = admit().then((answered) => {
      if (!answered.ok) {
        recent.delete(id);
      }
      return answered;
    });
    recent.set(id, { at: now, asked });
    return asked;
  };
}
