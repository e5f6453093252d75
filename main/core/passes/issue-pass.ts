/** `pass.issue`: an admitted visitor gets a pass, where the venue gives them out for this purpose. Part of the core. */
import { type Answer, answer, type Pass, problem } from '../../contract/public.ts';
import { transaction } from '../db/database.ts';
import { selectEvidence } from '../entry-log/entries-sql.ts';
import type { EntryEvidence } from '../entry-log/entry.ts';
import type { VisitCaller } from '../verification/context.ts';
import { forgetExpired, type PassContext } from './context.ts';
import { issuerOf, type PassClaims, writePass } from './pass-token.ts';
import { insertPass, selectPass } from './passes-sql.ts';

/** Gives out the pass of a verification; asked again, the same one. */
export async function issuePass(context: PassContext, caller: VisitCaller, id: string): Promise<Answer<Pass>> {
  const found = context.verification.get(caller, id);
  if (!found.ok) {
    return found;
  }
  if (found.value.state !== 'decided' || found.value.decision !== 'admitted') {
    return problem('conflict');
  }
  const { seq } = found.value;
  const claims = claimsOf(context, selectEvidence(context.database, seq));
  if (claims === undefined) {
    return problem('conflict');
  }
  if (selectPass(context.database, seq) === undefined && !keepPass(context, claims)) {
    return problem('log-unavailable');
  }
  return answer({ token: await writePass(context.key, claims), expiresAt: toIso(claims.exp) });
}

/** What a pass for this entry says; undefined where the venue gives out none for it, or its time is in doubt. */
function claimsOf({ settings }: PassContext, entry: EntryEvidence | undefined): PassClaims | undefined {
  const { purposes, hours } = settings.passes;
  if (entry === undefined || entry.clock !== 'ok') {
    return undefined;
  }
  const { id, seq, at, purpose, status, consent_version: consent } = entry;
  if (purpose === null || status === null || consent === null || !purposes.includes(purpose)) {
    return undefined;
  }
  const iat = Math.floor(Date.parse(at) / 1000);
  const { site, terminal } = entry;
  return { iss: issuerOf(site), jti: id, seq, terminal, status, purpose, iat, exp: iat + hours * 3600, consent };
}

/** First the row, then what it tells of; both are durable before the pass is seen. */
function keepPass(context: PassContext, claims: PassClaims): boolean {
  const { database, appendAct } = context;
  const { seq, jti: entryId, purpose, iat, exp } = claims;
  if (appendAct({ outcome: 'act', channel: 'kiosk', reason: `pass-issue ${seq}` }) === undefined) {
    return false;
  }
  const times = { issuedAt: toIso(iat), expiresAt: toIso(exp) };
  transaction(database, () => {
    forgetExpired(context);
    insertPass(database, { seq, entryId, purpose, ...times });
  });
  return true;
}

/** Seconds since 1970 as ISO 8601 in UTC. */
function toIso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
