/**
 * A try to open the door: asks the core, and says what came of it.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import { type OperatorSession, type Problem, toLatinDigits } from '../../../main/contract/public.ts';
import type { FaceClock } from '../../store/clock.ts';
import type { Ask } from '../ask.ts';
import { isPin } from '../pin/new-pin.ts';
import { useWait, type Wait } from './use-wait.ts';

/** What is said of the last try. */
export type UnlockNote =
  | { readonly kind: 'short' }
  | { readonly kind: 'wrong'; readonly attemptsLeft: number | undefined }
  | { readonly kind: 'out' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface Unlock {
  readonly pin: string;
  readonly note: UnlockNote | undefined;
  readonly wait: Wait;
  readonly busy: boolean;
  readonly edit: (pin: string) => void;
  readonly tryIt: () => void;
}

/** What a fault of the try means at the door. */
export function noteOf(problem: Problem): UnlockNote {
  switch (problem.code) {
    case 'unauthenticated':
      return { kind: 'wrong', attemptsLeft: problem.attemptsLeft };
    case 'locked-out':
      return { kind: 'out' };
    case 'too-many-requests':
      return { kind: 'wait' };
    default:
      return { kind: 'problem', problem };
  }
}

export interface UnlockParts {
  readonly ask: Ask;
  readonly clock: FaceClock;
  readonly operator: string;
  readonly onOpen: (session: OperatorSession) => void;
}

/** Holds the PIN that is typed, for as long as it is tried. */
export function useUnlock({ ask, clock, operator, onOpen }: UnlockParts): Unlock {
  const [pin, setPin] = useState('');
  const [note, setNote] = useState<UnlockNote>();
  const [busy, setBusy] = useState(false);
  const wait = useWait(clock);
  const run = async () => {
    setBusy(true);
    const answer = await ask('operator.unlock', { operator, pin: toLatinDigits(pin) });
    setBusy(false);
    setPin('');
    if (answer.ok) {
      onOpen(answer.value);
      return;
    }
    setNote(noteOf(answer.error));
    wait.begin(answer.error.retryAfterMs);
  };
  return {
    pin,
    note,
    wait,
    busy,
    edit: setPin,
    tryIt: () => {
      if (busy || wait.left !== undefined) {
        return;
      }
      if (!isPin(pin)) {
        setNote({ kind: 'short' });
        return;
      }
      void run();
    },
  };
}
