/**
 * The parties in memory, as they are on the disk: who calls is asked before every request, and must cost next to
 * nothing. One process writes the table, so that reading it again after a change is enough. Part of the core.
 */
import type { PartyRate } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { ReadDatabase } from '../db/database.ts';
import type { Caller } from '../dispatch/caller.ts';
import { buildKeyedHash } from '../entry-log/keyed-hash.ts';
import type { Secrets } from '../ports.ts';
import { type StoredParty, selectParties, selectPartyNames } from './parties-sql.ts';

/** Where events of a party go, and what they are signed with: `whsec_...`. */
export interface PartyWebhook {
  readonly url: string;
  readonly secret: string;
}

/** A party as the other parts of the core know it. */
export interface KnownParty {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** For which purposes it may verify now: those that were named, as far as the policy still knows them, or all. */
  readonly purposes: readonly string[];
  readonly rate: PartyRate;
  readonly webhook?: PartyWebhook;
}

/** A party with what it is recognised by. */
export interface HeldParty extends KnownParty {
  readonly keyHash: Uint8Array;
  /** Who shows its key. */
  readonly caller: Caller;
}

export interface PartyDirectory {
  /** The party of this identifier; undefined for a removed one too. */
  find(id: string): HeldParty | undefined;
  /** What a party is or was called. */
  nameOf(id: string): string | undefined;
  /** Whether some party has this origin. */
  isKnownOrigin(origin: string): boolean;
  /** Reads the table again. */
  reload(): void;
}

export interface DirectoryParts {
  readonly database: ReadDatabase;
  readonly settings: Pick<Settings, 'policy'>;
  readonly secrets: Secrets;
}

/** Builds it, and reads the table. */
export function buildPartyDirectory(parts: DirectoryParts): PartyDirectory {
  const { database } = parts;
  let byId: ReadonlyMap<string, HeldParty> = new Map();
  let names: ReadonlyMap<string, string> = new Map();
  let origins: ReadonlySet<string> = new Set();
  const directory: PartyDirectory = {
    find: (id) => byId.get(id),
    nameOf: (id) => names.get(id),
    isKnownOrigin: (origin) => origins.has(origin),
    reload() {
      byId = new Map(selectParties(database).map((stored) => [stored.id, hold(stored, parts)]));
      names = new Map(selectPartyNames(database).map(({ id, name }) => [id, name]));
      origins = new Set(Array.from(byId.values()).flatMap((party) => party.origins));
    },
  };
  directory.reload();
  return directory;
}

/** The secret of a webhook is never stored: it follows from a key of the terminal and which key of the party it is. */
export function webhookSecretOf(secrets: Secrets, { id, generation }: Pick<StoredParty, 'id' | 'generation'>): string {
  const mac = buildKeyedHash(secrets.key('webhooks', 32))(`${id}:${generation}`);
  return `whsec_${Buffer.from(mac, 'hex').toString('base64')}`;
}

function hold(stored: StoredParty, { settings, secrets }: DirectoryParts): HeldParty {
  const { id, name, origins, purposes: named, rate, webhook, keyHash } = stored;
  const all = Object.keys(settings.policy.purposes);
  const purposes = named.length === 0 ? all : named.filter((purpose) => all.includes(purpose));
  return {
    id,
    name,
    origins,
    purposes,
    rate,
    ...(webhook !== undefined && { webhook: { url: webhook, secret: webhookSecretOf(secrets, stored) } }),
    keyHash,
    caller: { kind: 'party', id, party: { id, name, purposes } },
  };
}
