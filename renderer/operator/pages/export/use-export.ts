/**
 * The export that was begun here, until somebody has read how it ended: it outlives the page and the lock, because the
 * stick is in the machine all the while. Only its name and its progress are kept.
 * Runs in the operator face.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ExportSnapshot } from '../../../../main/contract/public.ts';
import { useDesk } from '../../desk-context.ts';

/** How often its progress is asked for, in milliseconds. */
const lookMs = 500;

interface Begun {
  readonly snapshot: ExportSnapshot;
  /** Of the face's monotonic clock. */
  readonly since: number;
}

let begun: Begun | undefined;

export interface ExportWatch {
  readonly snapshot: ExportSnapshot | undefined;
  /** Milliseconds that are left, as far as can be told. */
  readonly leftMs: number | undefined;
  /** An export has begun. */
  follow(snapshot: ExportSnapshot): void;
  /** Its end has been read. */
  forget(): void;
}

/** How long something takes that is so far after so long; undefined as long as too little is done to tell. */
export function estimateLeft(done: number, total: number, elapsedMs: number): number | undefined {
  const part = total > 0 ? done / total : 0;
  return part < 0.02 || elapsedMs < 1_000 ? undefined : Math.round((elapsedMs * (1 - part)) / part);
}

/** Follows the export. */
export function useExport(): ExportWatch {
  const { ask, clock } = useDesk();
  const known = useSignal(begun);
  const { value } = known;
  const set = (next: Begun | undefined) => {
    begun = next;
    known.value = next;
  };
  const { snapshot, since = 0 } = value ?? {};
  useEffect(() => {
    if (snapshot?.state !== 'running') {
      return undefined;
    }
    let isShown = true;
    const cancel = clock.after(lookMs, async () => {
      const answer = await ask('export.get', { id: snapshot.id });
      if (isShown) {
        set(answer.ok ? { snapshot: answer.value, since } : undefined);
      }
    });
    return () => {
      isShown = false;
      cancel();
    };
  }, [snapshot]);
  return {
    snapshot,
    leftMs:
      snapshot?.state === 'running'
        ? estimateLeft(snapshot.done, snapshot.total, clock.monotonic() - since)
        : undefined,
    follow: (next) => set({ snapshot: next, since: clock.monotonic() }),
    forget: () => set(undefined),
  };
}
