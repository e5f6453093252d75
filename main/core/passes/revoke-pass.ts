/**
 * `pass.revoke`: a pass leads to nothing any more on this terminal, by its token, its entry number or its check code.
 * Part of the core.
 */
import { type Answer, answer, problem } from '../../contract/public.ts';
import { type ReadDatabase, transaction } from '../db/database.ts';
import { seqsOfMark } from '../desk/read-mark.ts';
import { holdsNumber } from '../desk/reason.ts';
import { type Caller, operatorOf } from '../dispatch/caller.ts';
import { selectEvidence } from '../entry-log/entries-sql.ts';
import type { EntryEvidence } from '../entry-log/entry.ts';
import { forgetExpired, type PassContext } from './context.ts';
import { readPass } from './pass-token.ts';
import { insertRevocation, isRevoked, type Revocation, selectPass, selectPassById } from './passes-sql.ts';

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
  if (holdsNumber(reason)) {
    return problem('invalid-input', { fields: [{ path: 'reason', problem: 'names-the-person' }] });
  }
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

/** By the number or the check code of the entry that it was given out for, or of one that it led to. */
function findByMark({ database }: PassContext, mark: string): Found | undefined {
  for (const seq of seqsOfMark(database, mark)) {
    const found = findByEntry(database, seq);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function findByEntry(database: ReadDatabase, seq: number): Found | undefined {
  const entry = selectEvidence(database, seq);
  const entryId = entry === undefined ? undefined : passOf(entry);
  const issued = entryId === undefined ? selectPass(database, seq) : selectPassById(database, entryId);
  if (issued !== undefined) {
    return { ...issued, name: String(issued.seq) };
  }
  if (entry === undefined || entryId === undefined) {
    return undefined;
  }
  // Of another terminal, and its token is not here to say how long it holds.
  return { entryId, seq, name: `of ${seq}`, expiresAt: new Date(Date.parse(entry.at) + longestMs).toISOString() };
}

/** The entry that somebody's pass was given out for, if it was a pass that let them in. */
function passOf({ channel, outcome, reason }: EntryEvidence): string | undefined {
  const isVisit = channel === 'kiosk' && outcome !== 'act';
  return isVisit ? /^pass ([0-9a-f-]{36})$/.exec(reason ?? '')?.[1] : undefined;
}
