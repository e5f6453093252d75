/**
 * The faults that wait for their calls: first come, first served.
 * Runs in Node, wherever the sandbox runs.
 */
import { type CallName, callNames } from './calls.ts';
import { type FaultKind, faultKinds } from './fault-kinds.ts';

/** A fault as it was asked for; `times` is how often it is still to come. */
export interface Fault {
  readonly call: CallName | 'any';
  readonly kind: string;
  readonly times: number;
}

export interface FaultQueue {
  list(): readonly Fault[];
  add(fault: Fault): void;
  clear(): void;
  /** Takes the next fault of this call out of the queue. With `any` it waits for a call in which its kind makes sense. */
  take(call: CallName): FaultKind | undefined;
}

/** Builds an empty queue. */
export function buildFaultQueue(): FaultQueue {
  let waiting: readonly Fault[] = [];
  return {
    list: () => waiting,
    add(fault) {
      waiting = [...waiting, fault];
    },
    clear() {
      waiting = [];
    },
    take(call) {
      const next = waiting.find((fault) => fits(fault, call));
      if (next === undefined) {
        return undefined;
      }
      const rest = next.times > 1 ? [{ ...next, times: next.times - 1 }] : [];
      waiting = waiting.flatMap((fault) => (fault === next ? rest : [fault]));
      return faultKinds.get(next.kind);
    },
  };
}

function fits({ call, kind }: Fault, asked: CallName): boolean {
  return (call === 'any' || call === asked) && (faultKinds.get(kind)?.calls.includes(asked) ?? false);
}

const mostTimes = 1_000_000;

/** Reads `{call, kind, times}` as it came over the wire; what is wrong with it is said in words. */
export function readFault(
  fields: Readonly<Record<string, unknown>>,
): { readonly fault: Fault } | { readonly problem: string } {
  const { call, kind, times = 1 } = fields;
  const known = call === 'any' ? call : callNames.find((name) => spell(name) === spell(call));
  if (known === undefined) {
    return { problem: `call must be one of: ${callNames.join(', ')}, any` };
  }
  const kindName = nameKind(kind);
  const row = kindName === undefined ? undefined : faultKinds.get(kindName);
  if (kindName === undefined || row === undefined) {
    return { problem: `kind must be one of: ${[...faultKinds.keys()].join(', ')}` };
  }
  if (known !== 'any' && !row.calls.includes(known)) {
    return { problem: `the kind ${kindName} makes sense only in the call ${row.calls.join(', ')}` };
  }
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1 || times > mostTimes) {
    return { problem: `times must be a whole number from 1 to ${mostTimes}` };
  }
  return { fault: { call: known, kind: kindName, times } };
}

/** A call may be spelt as on the wire or as in a program: generateOTP, generateOtp, generate-otp. */
function spell(call: unknown): unknown {
  return typeof call === 'string' ? call.toLowerCase().replace(/[^a-z]/g, '') : call;
}

/** A kind by its name, or an error code of the upstream by itself: USRAUT0015 is 400-USRAUT0015. */
function nameKind(kind: unknown): string | undefined {
  return typeof kind === 'string' ? [kind, `400-${kind}`].find((name) => faultKinds.has(name)) : undefined;
}
