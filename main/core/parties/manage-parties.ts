/** What managers, and the account that the kiosk runs under, do with parties. Part of the core. */
import {
  type Answer,
  answer,
  type FieldProblem,
  type InputOf,
  type Party,
  type PartyKey,
  problem,
} from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { WriteDatabase } from '../db/database.ts';
import { actorOf, type Caller } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import { changeWithAct, type OwedActs } from '../operator/operator-acts.ts';
import { isSameName, toName } from '../operator/operator-parts.ts';
import type { Clock, Random, Secrets } from '../ports.ts';
import { makeShortId } from '../short-id.ts';
import {
  insertParty,
  type StoredParty,
  selectParties,
  selectPartyNames,
  updatePartyKey,
  updatePartyRemoved,
} from './parties-sql.ts';
import { readOrigin, readWebhook } from './party-address.ts';
import { webhookSecretOf } from './party-directory.ts';
import { makeApiKey } from './party-key.ts';

export type PartyHandlers = Pick<Handlers, 'party.add' | 'party.list' | 'party.rotate' | 'party.remove'>;

export interface ManagePartiesParts {
  readonly database: WriteDatabase;
  readonly settings: Pick<Settings, 'policy'>;
  readonly acts: OwedActs;
  readonly secrets: Secrets;
  /** The table is another. */
  readonly onChanged: () => void;
  /** A party is gone: what is open for it ends; settles when the rows are written. */
  readonly onRemoved: (partyId: string) => Promise<void>;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
}

/** How often a party may call where nothing else was said. */
const usualRate = { count: 60, seconds: 60 } as const;

/** Builds the operations. An act whose row cannot be written at once is done all the same: its row is owed. */
export function buildPartyHandlers(parts: ManagePartiesParts): PartyHandlers {
  const { database } = parts;
  return {
    'party.add': (caller, input) => add(parts, caller, input),
    'party.list': () => answer({ parties: selectParties(database).map(toPublic) }),
    'party.rotate': (caller, { id }) => rotate(parts, caller, id),
    'party.remove': (caller, { id }) => remove(parts, caller, id),
  };
}

function toPublic({ keyHash: _keyHash, generation: _generation, ...party }: StoredParty): Party {
  return party;
}

function toKey({ secrets }: ManagePartiesParts, stored: StoredParty, apiKey: string): PartyKey {
  return {
    party: toPublic(stored),
    apiKey,
    ...(stored.webhook !== undefined && { webhookSecret: webhookSecretOf(secrets, stored) }),
  };
}

function add(parts: ManagePartiesParts, caller: Caller, input: InputOf<'party.add'>): Answer<PartyKey> {
  const { database, settings, clock, random, onChanged } = parts;
  const read = readNewParty(input, settings);
  if (!read.ok) {
    return read;
  }
  if (selectParties(database).some(({ name }) => isSameName(name, read.value.name))) {
    return problem('conflict');
  }
  // A row of the log names a removed party too: its identifier is never given out again.
  const taken = selectPartyNames(database);
  const id = makeShortId(random, 8, (made) => taken.some((other) => other.id === made));
  const { apiKey, keyHash } = makeApiKey(random, id);
  const at = new Date(clock.now()).toISOString();
  const made: StoredParty = { id, ...read.value, since: at, keySince: at, keyHash, generation: 1 };
  changeWithAct(parts, actorOf(caller), () => {
    insertParty(database, made);
    return { reason: `party-add ${id}`, value: made };
  });
  onChanged();
  return answer(toKey(parts, made, apiKey));
}

function rotate(parts: ManagePartiesParts, caller: Caller, id: string): Answer<PartyKey> {
  const { database, clock, random, onChanged } = parts;
  const { apiKey, keyHash } = makeApiKey(random, id);
  const rotated = changeWithAct(parts, actorOf(caller), () => {
    if (findStored(database, id) === undefined) {
      return undefined;
    }
    updatePartyKey(database, id, keyHash, new Date(clock.now()).toISOString());
    return { reason: `party-rotate ${id}`, value: findStored(database, id) };
  });
  onChanged();
  return rotated === undefined ? problem('not-found') : answer(toKey(parts, rotated, apiKey));
}

async function remove(parts: ManagePartiesParts, caller: Caller, id: string): Promise<Answer<Party>> {
  const { database, clock, onChanged, onRemoved } = parts;
  const removed = changeWithAct(parts, actorOf(caller), () => {
    const found = findStored(database, id);
    if (found === undefined) {
      return undefined;
    }
    updatePartyRemoved(database, id, new Date(clock.now()).toISOString());
    return { reason: `party-remove ${id}`, value: found };
  });
  if (removed === undefined) {
    return problem('not-found');
  }
  onChanged();
  await onRemoved(id);
  return answer(toPublic(removed));
}

function findStored(database: WriteDatabase, id: string): StoredParty | undefined {
  return selectParties(database).find((party) => party.id === id);
}

type ReadParty = Pick<StoredParty, 'name' | 'origins' | 'purposes' | 'webhook' | 'rate'>;

/** What of a new party the schema cannot judge, each fault under its own field. */
function readNewParty(input: InputOf<'party.add'>, settings: Pick<Settings, 'policy'>): Answer<ReadParty> {
  const fields: FieldProblem[] = [];
  const origins = input.origins.flatMap((text, index) => {
    const read = readOrigin(text);
    fields.push(...('problem' in read ? [{ path: `origins.${index}`, problem: read.problem }] : []));
    return 'value' in read ? [read.value] : [];
  });
  for (const [index, purpose] of input.purposes.entries()) {
    fields.push(
      ...(Object.hasOwn(settings.policy.purposes, purpose)
        ? []
        : [{ path: `purposes.${index}`, problem: 'not-offered' }]),
    );
  }
  const webhook = input.webhook === undefined ? undefined : readWebhook(input.webhook);
  if (webhook !== undefined && 'problem' in webhook) {
    fields.push({ path: 'webhook', problem: webhook.problem });
  }
  if (fields.length > 0) {
    return problem('invalid-input', { fields });
  }
  return answer({
    name: toName(input.name),
    origins: [...new Set(origins)],
    purposes: [...new Set(input.purposes)],
    ...(webhook !== undefined && 'value' in webhook && { webhook: webhook.value }),
    rate: input.rate ?? usualRate,
  });
}
