/** The operations on passes. Part of the core. */
import { answer, problem } from '../../contract/public.ts';
import { channelOf, ownerOf } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import { buildPassContext, type PassParts } from './context.ts';
import { issuePass } from './issue-pass.ts';
import { passTime } from './pass-time.ts';
import { selectPasses } from './passes-sql.ts';
import { revokePass } from './revoke-pass.ts';
import { buildPassUse } from './use-pass.ts';

export type PassHandlers = Pick<Handlers, 'pass.issue' | 'pass.use' | 'pass.list' | 'pass.revoke'>;

/** More than anybody looks through; what is older is revoked by its number. */
const mostListed = 500;

/** Lays the operations onto their parts. A venue that gives out no passes answers `conflict`. */
export function buildPassHandlers(parts: PassParts): PassHandlers {
  const context = buildPassContext(parts);
  if (context === undefined) {
    const off = () => problem('conflict', { message: 'This venue gives out no passes.' });
    return { 'pass.issue': off, 'pass.use': off, 'pass.list': off, 'pass.revoke': off };
  }
  const { database, clock } = context;
  const use = buildPassUse(context);
  return {
    'pass.issue': (caller, { id }) => issuePass(context, { owner: ownerOf(caller), channel: channelOf(caller) }, id),
    'pass.use': (_caller, input) => use(input),
    'pass.list': () => {
      const now = new Date(passTime(database, clock.now()) ?? clock.now()).toISOString();
      const passes = selectPasses(database, now, mostListed + 1);
      return answer({ passes: passes.slice(0, mostListed), more: passes.length > mostListed });
    },
    'pass.revoke': (caller, input) => revokePass(context, caller, input),
  };
}
