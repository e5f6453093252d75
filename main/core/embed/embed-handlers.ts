/** How the embedded page begins. Part of the core. */
import { type Answer, answer, type EmbedSession, type InputOf, type Party, problem } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import type { Random } from '../ports.ts';
import { type EmbedTokens, idleMs, silentMs } from './embed-tokens.ts';

export type EmbedHandlers = Pick<Handlers, 'embed.begin'>;

/** What the page must know of the system that embeds it. */
export type EmbeddingParty = Pick<Party, 'id' | 'name' | 'origins' | 'purposes'>;

export interface EmbedParts {
  readonly settings: Pick<Settings, 'policy'>;
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
function begin(
  { settings, tokens, findParty, random }: EmbedParts,
  input: InputOf<'embed.begin'>,
): Answer<EmbedSession> {
  const party = findParty(input.party);
  if (party === undefined) {
    return problem('not-found');
  }
  const { id, name, origins } = party;
  const { purpose, nonce } = input;
  const offered = Object.keys(settings.policy.purposes).filter((of) => isAmong(of, party.purposes));
  const purposes = purpose === undefined ? offered : offered.filter((of) => of === purpose);
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

/** None named means all. */
function isAmong(purpose: string, named: readonly string[]): boolean {
  return named.length === 0 || named.includes(purpose);
}
