/**
 * `privacy.hideUnknown`: somebody whom the upstream does not know is answered as somebody whom it knows, until the code
 * fails, so that nobody learns from us who is registered with which number. Their verification is a decoy: no code is on
 * its way, and no code is right.
 *
 * The upstream would tell by its own window: it refuses a second code for a number that it has just sent one, and knows
 * no window for others. So the window is kept here, for all numbers alike, and opens again when a code was right.
 */
import { v4 as uuidV4 } from 'uuid';
import type { Settings } from '../config/settings.ts';
import { buildKeyedHash } from '../entry-log/keyed-hash.ts';
import type { Clock, Random } from '../ports.ts';

/** What the upstream calls a visit. */
export interface SentCode {
  readonly txnId: string;
  /** No code was sent: there is nobody of this name on this number. */
  readonly isDecoy?: true;
}

export interface Decoys {
  /** Whether unknown people are hidden here. */
  readonly isOn: boolean;
  /** How many milliseconds until this number may be sent the next code; 0 at once. */
  waitMs(mobileNumber: string): number;
  /** A code is asked for: its window begins. */
  noteAsked(mobileNumber: string): void;
  /** The window is over: the code was right, or none was sent. */
  release(mobileNumber: string): void;
  /** What stands for a visit that the upstream does not know. */
  make(): SentCode;
}

/** Builds it. Numbers are kept for one window at the most, under a hash whose key is nowhere else. */
export function buildDecoys(parts: {
  readonly settings: Pick<Settings, 'privacy' | 'upstream'>;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly random: Random;
}): Decoys {
  const { settings, clock, random } = parts;
  const { resendMs } = settings.upstream.otp;
  const refOf = buildKeyedHash(random.bytes(32));
  /** When the window of each number ends, in the order of the ends. */
  const endsAt = new Map<string, number>();
  const forgetEnded = (): void => {
    for (const [ref, end] of endsAt) {
      if (end > clock.monotonic()) {
        return;
      }
      endsAt.delete(ref);
    }
  };
  const isOn = settings.privacy.hideUnknown;
  return {
    isOn,
    waitMs(mobileNumber) {
      forgetEnded();
      return isOn ? Math.ceil((endsAt.get(refOf(mobileNumber)) ?? clock.monotonic()) - clock.monotonic()) : 0;
    },
    noteAsked(mobileNumber) {
      if (isOn) {
        forgetEnded();
        const ref = refOf(mobileNumber);
        endsAt.delete(ref);
        endsAt.set(ref, clock.monotonic() + resendMs);
      }
    },
    release(mobileNumber) {
      endsAt.delete(refOf(mobileNumber));
    },
    make: () => ({ txnId: uuidV4({ random: random.bytes(16) }), isDecoy: true }),
  };
}
