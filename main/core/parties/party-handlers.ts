/** Parties as the core composes them: their operations, who a credential belongs to, how often they may call. */
import { type Answer, type PartyRate, problem } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { WriteDatabase } from '../db/database.ts';
import type { Caller } from '../dispatch/caller.ts';
import type { EmbedTokens } from '../embed/embed-tokens.ts';
import { type AppendAct, buildOwedActs } from '../operator/operator-acts.ts';
import type { Clock, Random, Secrets } from '../ports.ts';
import { buildPartyHandlers, type PartyHandlers } from './manage-parties.ts';
import { buildPartyDirectory, type KnownParty, type PartyDirectory } from './party-directory.ts';
import { isKeyOf, readApiKey } from './party-key.ts';
import { buildPartyRates, type PartyRates } from './party-rates.ts';

export type { KnownParty, PartyHandlers };

/** What hosts ask about other systems before they call an operation. */
export interface PartyDoor {
  /** Who shows this key of the API, or this token of an embedded page; undefined for nobody. */
  callerOf(credential: string): Caller | undefined;
  /** The origins whose pages may embed ours for this party; undefined where there is no such party. */
  originsOf(partyId: string): readonly string[] | undefined;
  /** Whether some party has this origin: what a browser may be told before it shows its credential. */
  isKnownOrigin(origin: string): boolean;
}

export interface PartiesParts {
  readonly database: WriteDatabase;
  readonly settings: Pick<Settings, 'policy'>;
  readonly secrets: Secrets;
  readonly append: AppendAct;
  readonly embedTokens: Pick<EmbedTokens, 'callerOf'>;
  /** A party is gone: what is open for it ends; settles when the rows are written. */
  readonly onRemoved: (partyId: string) => Promise<void>;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly random: Random;
}

/** What one embedded page may change: a visit with a wrong name, three codes and a code sent again is twelve calls. */
export const pageRate: PartyRate = { count: 20, seconds: 60 };

export interface Parties {
  readonly handlers: PartyHandlers;
  readonly door: PartyDoor;
  /** The party of this identifier, for the other parts of the core; undefined once it is removed. */
  find(partyId: string): KnownParty | undefined;
  /** What a party is or was called. */
  nameOf(partyId: string): string | undefined;
  /**
   * Counts a call of a party, or says why it may not call. Its embedded pages have a budget of their own, of the same
   * rate: a page that anybody can open must not eat up what the party's servers need. One page has a small share of it:
   * whoever holds one page must not hold up the others.
   */
  admit(caller: Pick<Caller, 'kind' | 'id' | 'party'>): Answer<never> | undefined;
}

/** Reads the parties of this terminal, and lays the operations onto them. */
export function buildParties(parts: PartiesParts): Parties {
  const { database, settings, secrets, append, embedTokens, onRemoved, clock, random } = parts;
  const directory = buildPartyDirectory({ database, settings, secrets });
  const rates = buildPartyRates(clock);
  const handlers = buildPartyHandlers({
    database,
    settings,
    acts: buildOwedActs(database, append),
    secrets,
    onChanged() {
      directory.reload();
      rates.keep((budget) => directory.find(budget.slice(budget.indexOf(':') + 1)) !== undefined);
    },
    onRemoved,
    clock,
    random,
  });
  return {
    handlers,
    door: buildDoor(directory, embedTokens),
    find: directory.find,
    nameOf: directory.nameOf,
    admit: buildAdmit(directory, rates, buildPartyRates(clock)),
  };
}

function buildDoor(directory: PartyDirectory, embedTokens: Pick<EmbedTokens, 'callerOf'>): PartyDoor {
  return {
    callerOf(credential) {
      const key = readApiKey(credential);
      if (key !== undefined) {
        const party = directory.find(key.partyId);
        return party !== undefined && isKeyOf(key, party.keyHash) ? party.caller : undefined;
      }
      const caller = embedTokens.callerOf(credential);
      // With a party its tokens end too, at once.
      const isOfNobody = caller?.party !== undefined && directory.find(caller.party.id) === undefined;
      return isOfNobody ? undefined : caller;
    },
    originsOf: (partyId) => directory.find(partyId)?.origins,
    isKnownOrigin: directory.isKnownOrigin,
  };
}

function buildAdmit(directory: PartyDirectory, rates: PartyRates, pageRates: PartyRates): Parties['admit'] {
  return ({ kind, id, party }) => {
    if (party === undefined) {
      return undefined;
    }
    const known = directory.find(party.id);
    if (known === undefined) {
      return problem('unauthenticated');
    }
    const pageWaitMs = kind === 'embed' ? pageRates.spend(id, pageRate) : 0;
    const waitMs = pageWaitMs > 0 ? pageWaitMs : rates.spend(`${kind}:${party.id}`, known.rate);
    return waitMs > 0 ? problem('too-many-requests', { retryAfterMs: waitMs }) : undefined;
  };
}
