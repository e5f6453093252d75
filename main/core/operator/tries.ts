/**
 * A try of a PIN or a code: counted on the disk before it is judged, so that a loss of power in between gives nobody a
 * free one, and turned away unjudged while the door is shut. Part of the core.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { OwedActs } from './operator-acts.ts';
import type { HashedSecret, SecretHash } from './secret-hash.ts';
import type { Waits } from './waits.ts';

/** Where the tries of one secret are counted. */
export interface Counter {
  /** Tells this door from the others. */
  readonly key: string;
  /** Counts one, inside a transaction; answers how many there are in a row. */
  count(): number;
}

/** What is tried. */
export interface Try {
  readonly counter: Counter;
  readonly secret: string;
  /** Undefined where no secret is right: that takes the same time. */
  readonly hashed: HashedSecret | undefined;
  /** For the row of a wrong try: who was tried, and its reason. */
  readonly operator: string;
  readonly reason: string;
}

export type Verdict =
  | { readonly is: 'too-soon'; readonly waitMs: number }
  | { readonly is: 'wrong'; readonly failures: number; readonly waitMs: number }
  /** The row of a wrong try is owed under this number: to be forgotten where the tries are cleared. */
  | { readonly is: 'right'; readonly owed: number };

/** How long one waits who came while many were being judged, in milliseconds. */
const busyMs = 1_000;

/** Builds what judges tries. It rejects when secrets cannot be hashed on this machine; the try stays counted. */
export function buildTries(parts: {
  readonly database: WriteDatabase;
  readonly acts: OwedActs;
  readonly hash: SecretHash;
  readonly waits: Waits;
}): (given: Try) => Promise<Verdict> {
  const { database, acts, hash, waits } = parts;
  return async ({ counter, secret, hashed, operator, reason }) => {
    const waitMs = waits.left(counter.key);
    if (waitMs > 0 || hash.busy()) {
      return { is: 'too-soon', waitMs: waitMs > 0 ? waitMs : busyMs };
    }
    const { failures, owed } = transaction(database, () => ({
      failures: counter.count(),
      owed: acts.owe(operator, reason),
    }));
    waits.begin(counter.key, failures);
    let isRight = false;
    try {
      isRight = await hash.check(secret, hashed);
    } finally {
      if (!isRight) {
        acts.pay(owed);
      }
    }
    return isRight ? { is: 'right', owed } : { is: 'wrong', failures, waitMs: waits.left(counter.key) };
  };
}
