/**
 * `pass.revoke`: a pass leads to nothing any more on this terminal, by its token, its entry number or its check code.
 * Part of the core.
 */
import { type Answer, answer, problem } from '../../contract/public.ts';
import { transaction } from '../db/database.ts';
import { type Caller, operatorOf } from '../dispatch/caller.ts';
import { selectEvidence } from '../entry-log/entries-sql.ts';
import { forgetExpired, type PassContext } from './context.ts';
import { readPass } from './pass-token.ts';
import { insertRevocation, isRevoked, type Revocation, selectPass, selectPassByCode } from './passes-sql.ts';

/** A pass that is to be revoked. */
interface Found extends Revocation {
  readonly seq: number;
  /** How the row names it: by its number here, with the terminal where it is of another. */
  readonly name: string;
}

/** No pass can hold longer than this (`passes.hours`). */
const longestMs = 31 * 24 * 60 * 60 * 1000;

/** Revokes it; asked again, nothing changes. */
export async function revokePass(
  context: PassContext,
  caller: Caller,
  { pass, reason }: { readonly pass: string; readonly reason: string },
): Promise<Answer<{ seq: number }>> {
  const { database, appendAct, clock } = context;
  const found = await findPass(context, pass.trim());
  if (found === undefined || found.expiresAt <= new Date(clock.now()).toISOString()) {
    return problem('not-found');
  }
  if (isRevoked(database, found.entryId)) {
    return answer({ seq: found.seq });
  }
  const operator = operatorOf(caller);
  const act = { outcome: 'act', channel: 'operator', reason: `pass-revoke ${found.name}: ${reason}` } as const;
  if (appendAct(operator === undefined ? act : { ...act, operator }) === undefined) {
    return problem('log-unavailable');
  }
  transaction(database, () => {
    forgetExpired(context);
    insertRevocation(database, found);
  });
  return answer({ seq: found.seq });
}

async function findPass(context: PassContext, text: string): Promise<Found | undefined> {
  return text.includes('.') ? findByToken(context, text) : findByMark(context, text);
}

async function findByToken({ verifiers, settings }: PassContext, token: string): Promise<Found | undefined> {
  const claims = await readPass(token, verifiers);
  if (typeof claims === 'string') {
    return undefined;
  }
  const { jti: entryId, seq, terminal, exp } = claims;
  const name = terminal === settings.site.terminal ? String(seq) : `${terminal}/${seq}`;
  return { entryId, seq, name, expiresAt: new Date(exp * 1000).toISOString() };
}

/** By the number or the check code of the entry that it was given out for, or the number of one that it led to. */
function findByMark({ database }: PassContext, mark: string): Found | undefined {
  const seq = /^\d{1,15}$/.test(mark) ? Number(mark) : undefined;
  const pass =
    (seq === undefined ? undefined : selectPass(database, seq)) ?? selectPassByCode(database, readCode(mark));
  if (pass !== undefined) {
    return { ...pass, name: String(pass.seq) };
  }
  const entry = seq === undefined ? undefined : selectEvidence(database, seq);
  const [, entryId] = /^pass ([0-9a-f-]{36})$/.exec(entry?.reason ?? '') ?? [];
  if (entry === undefined || entryId === undefined || entry.outcome === 'act' || entry.channel !== 'kiosk') {
    return undefined;
  }
  const expiresAt = new Date(Date.parse(entry.at) + longestMs).toISOString();
  return { entryId, seq: entry.seq, name: `of ${entry.seq}`, expiresAt };
}

/** A check code as it stands in the log: people leave a space in it, and read O for 0. */
function readCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
