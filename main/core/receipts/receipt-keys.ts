/**
 * The keys that sign receipts. Each generation is made of a secret of its own, is announced a day before it signs, and
 * is shown until its last receipt has expired. It goes forwards only, whatever the clock does. Part of the core.
 */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { KeySet } from '../../contract/public.ts';
import type { ReceiptSettings } from '../config/settings.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { CancelTimer, Clock, Logger, Secrets } from '../ports.ts';
import { privateKeyOf } from '../tree/terminal-key.ts';
import { beginReceiptKey, bringBack, insertReceiptKey, type StoredKey, selectReceiptKeys } from './receipt-keys-sql.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** The next key is shown for so long before it signs, for those who keep the keys for a while. */
const announcedForMs = dayMs;

/** A key is shown for so long after its last receipt has expired: the clocks of others may be behind. */
const graceMs = hourMs;

/** The key that signs now. */
export interface SigningKey {
  /** The thumbprint of RFC 7638. */
  readonly kid: string;
  readonly privateKey: KeyObject;
}

export interface ReceiptKeys {
  /** The key of this moment. */
  current(): SigningKey;
  /** The keys that receipts are checked with: first the one that signs, then the next, then those of before. */
  show(): KeySet;
  /** The next generation signs from now on; false when the log could not take the row. */
  rotate(operator: string | undefined): boolean;
  /** Ends the timer. */
  close(): void;
}

export interface ReceiptKeyParts {
  readonly database: WriteDatabase;
  readonly settings: ReceiptSettings;
  readonly secrets: Secrets;
  /** Writes the row of a change; false when it could not be written, which has been reported. */
  readonly note: (operator: string | undefined) => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told when the keys could not be looked after by themselves; the key of before goes on signing. */
  readonly onFault: (error: unknown) => void;
}

/** Opens the keys of a data folder; the first one is made when there is none. */
export function openReceiptKeys(parts: ReceiptKeyParts): ReceiptKeys {
  const { database, settings, secrets, clock, logger } = parts;
  let cancelTimer: CancelTimer = () => {};
  const seedOf = (generation: number) => secrets.key(`receipt-${generation}`, 32);
  const now = () => new Date(clock.now()).toISOString();
  const newest = () => selectReceiptKeys(database)[0];

  const announce = (): StoredKey => {
    const generation = (newest()?.generation ?? 0) + 1;
    const publicKey = publicKeyOf(seedOf(generation));
    const next = { generation, publicKey, announcedAt: now(), since: null, shownUntil: null };
    transaction(database, () => insertReceiptKey(database, next));
    return next;
  };
  const begin = ({ generation }: StoredKey): SigningKey => {
    const shownUntil = new Date(clock.now() + settings.validMs + graceMs).toISOString();
    transaction(database, () => beginReceiptKey(database, { generation, since: now(), shownUntil }));
    return signingKeyOf(seedOf(generation));
  };
  /** The next one, whose seed may have been lost meanwhile. */
  const announced = (): StoredKey | undefined => {
    const next = newest();
    return next?.since === null && next.publicKey === publicKeyOf(seedOf(next.generation)) ? next : undefined;
  };
  /** The key that signed last; undefined when there is none, or when its seed is not there any more. */
  const reopen = (): SigningKey | undefined => {
    const last = selectReceiptKeys(database).find(({ since }) => since !== null);
    const key = last === undefined ? undefined : signingKeyOf(seedOf(last.generation));
    if (last === undefined || key?.kid === thumbprintOf(last.publicKey)) {
      return key;
    }
    logger.warn('the key of receipts was lost, another one signs', { generation: last.generation });
    return undefined;
  };
  let signing = reopen() ?? begin(announced() ?? announce());

  const rotate = (operator: string | undefined): boolean => {
    const next = announced() ?? announce();
    // First the row, then what it tells of.
    if (!parts.note(operator)) {
      return false;
    }
    signing = begin(next);
    return true;
  };
  const lookAfter = (): void => {
    try {
      transaction(database, () => bringBack(database, now()));
      const due = findDue(selectReceiptKeys(database), settings.rotateDays * dayMs, clock.now());
      if (due === 'announce') {
        announce();
      } else if (due === 'rotate') {
        rotate(undefined);
      }
    } catch (error) {
      parts.onFault(error);
    }
    cancelTimer = clock.after(hourMs, lookAfter);
  };
  lookAfter();

  return {
    current: () => signing,
    show: () => ({
      keys: shownKeys(selectReceiptKeys(database), clock.now()).map(({ publicKey }) => jwkOf(publicKey)),
    }),
    rotate,
    close: () => cancelTimer(),
  };
}

/** What is due by the age of the key that signs. */
export function findDue(keys: readonly StoredKey[], rotateMs: number, now: number): 'announce' | 'rotate' | undefined {
  const [newest] = keys;
  const since = keys.find((key) => key.since !== null)?.since;
  const ageMs = now - Date.parse(since ?? '');
  if (newest?.since !== null) {
    return ageMs >= rotateMs - announcedForMs ? 'announce' : undefined;
  }
  const knownForMs = now - Date.parse(newest.announcedAt);
  return ageMs >= rotateMs && knownForMs >= announcedForMs ? 'rotate' : undefined;
}

/** Those whose receipts somebody may have: the one that signs, the next, and those of before, the newest first. */
function shownKeys(keys: readonly StoredKey[], now: number): StoredKey[] {
  const shown = keys.filter(({ shownUntil }) => shownUntil === null || Date.parse(shownUntil) > now);
  const rank = ({ since, shownUntil }: StoredKey) => (shownUntil !== null ? 2 : since === null ? 1 : 0);
  return shown.toSorted((one, other) => rank(one) - rank(other));
}

function publicKeyOf(seed: Uint8Array): string {
  return createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' }).x ?? '';
}

function signingKeyOf(seed: Uint8Array): SigningKey {
  return { kid: thumbprintOf(publicKeyOf(seed)), privateKey: privateKeyOf(seed) };
}

/** The thumbprint of RFC 7638 of an Ed25519 key. */
function thumbprintOf(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}

function jwkOf(x: string): KeySet['keys'][number] {
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprintOf(x), alg: 'EdDSA', use: 'sig' };
}
