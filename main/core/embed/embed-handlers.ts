/** How the embedded page begins. Part of the core. */
import { type Answer, answer, type EmbedSession, type InputOf, problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import type { KnownParty } from '../parties/party-directory.ts';
import type { Random } from '../ports.ts';
import { type EmbedTokens, idleMs, silentMs } from './embed-tokens.ts';

export type EmbedHandlers = Pick<Handlers, 'embed.begin'>;

/** What the page must know of the system that embeds it. */
export type EmbeddingParty = Pick<KnownParty, 'id' | 'name' | 'origins' | 'purposes'>;

export interface EmbedParts {
  readonly tokens: EmbedTokens;
  /** The system of this publishable name. */
  readonly findParty: (id: string) => EmbeddingParty | undefined;
  readonly random: Random;
}

/** Lays the operation onto its parts. */
export function buildEmbedHandlers(parts: EmbedParts): EmbedHandlers {
  return { 'embed.begin': (_caller, input) => begin(parts, input) };
}

/** A page has loaded. Nothing is known of a person yet, and nothing is written. */
function begin({ tokens, findParty, random }: EmbedParts, input: InputOf<'embed.begin'>): Answer<EmbedSession> {
  const party = findParty(input.party);
  if (party === undefined) {
    return problem('not-found');
  }
  const { id, name, origins } = party;
  const { purpose, nonce } = input;
  const purposes = party.purposes.filter((of) => purpose === undefined || of === purpose);
  if (purposes.length === 0) {
    return problem('invalid-input', { fields: [{ path: 'purpose', problem: 'not-offered' }] });
  }
  const opened = tokens.open({
    kind: 'embed',
    id: Buffer.from(random.bytes(16)).toString('base64url'),
    party: { id, name, purposes, ...(nonce === undefined ? {} : { nonce }) },
  });
  if (opened === undefined) {
    return problem('too-many-requests', { retryAfterMs: silentMs });
  }
  return answer({ token: opened.token, expiresInMs: idleMs, purposes, origins: [...origins], partyName: name });
}
