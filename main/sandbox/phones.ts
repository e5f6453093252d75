/**
 * The phones of the sandbox: what SMS each number has got. Nothing is ever sent anywhere.
 * Runs in Node, wherever the sandbox runs.
 */

/** An SMS as `GET /sandbox/messages` shows it. */
export interface Sms {
  readonly mobile_number: string;
  readonly text: string;
  readonly otp: string;
  /** UTC, ISO 8601. */
  readonly sent_at: string;
}

/** Receives and shows SMS; forgets the oldest beyond a number and an age. */
export interface Phones {
  receive(mobileNumber: string, otp: string, validSeconds: number): void;
  /** Oldest first; without a number those of all. */
  messages(mobileNumber?: string): Sms[];
}

interface Kept {
  readonly at: number;
  readonly sms: Sms;
}

/** How many SMS are kept, and for how many milliseconds. */
export const keptMessages = { count: 10_000, ms: 3_600_000 } as const;

/** Builds the phones; `now` is in milliseconds since 1970. */
export function buildPhones(now: () => number): Phones {
  const all = new Set<Kept>();
  const byNumber = new Map<string, Kept[]>();

  // The oldest of all is also the oldest of its number, so both are cut at the front.
  function forgetOld(): void {
    const before = now() - keptMessages.ms;
    for (const kept of all) {
      if (all.size <= keptMessages.count && kept.at >= before) {
        return;
      }
      all.delete(kept);
      const number = kept.sms.mobile_number;
      const rest = byNumber.get(number)?.slice(1) ?? [];
      if (rest.length > 0) {
        byNumber.set(number, rest);
      } else {
        byNumber.delete(number);
      }
    }
  }

  return {
    receive(mobileNumber, otp, validSeconds) {
      const at = now();
      const text = `${otp} is your code to share your vaccination status. It is valid for ${validSeconds} seconds. Show it to nobody else.`;
      const kept = { at, sms: { mobile_number: mobileNumber, text, otp, sent_at: new Date(at).toISOString() } };
      all.add(kept);
      const own = byNumber.get(mobileNumber);
      if (own === undefined) {
        byNumber.set(mobileNumber, [kept]);
      } else {
        own.push(kept);
      }
      forgetOld();
    },
    messages(mobileNumber) {
      forgetOld();
      const kept = mobileNumber === undefined ? [...all] : (byNumber.get(mobileNumber) ?? []);
      return kept.map(({ sms }) => sms);
    },
  };
}
