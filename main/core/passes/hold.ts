/** Whether a pass still holds, here and now. Part of the core. */
import type { PassContext } from './context.ts';
import { passTime, toleranceMs } from './pass-time.ts';
import { type PassClaims, readPass, type TokenFlaw } from './pass-token.ts';
import { isRevoked } from './passes-sql.ts';

/**
 * Why a pass leads to nothing, as the answer names it beside `token`:
 * `not-a-pass` has not the form of one; `not-ours` was signed by a terminal that this one does not trust; `not-genuine`
 * was changed; `expired` is over; `not-yet` comes from a time that is still to come; `revoked` was taken back here;
 * `not-offered` is for a purpose that takes no passes; `clock` cannot be judged, because the machine's clock is wrong.
 */
export type PassFlaw = TokenFlaw | 'expired' | 'not-yet' | 'revoked' | 'not-offered' | 'clock';

/** The claims of a pass that holds, or why it does not. */
export async function holdsNow(context: PassContext, token: string): Promise<PassClaims | PassFlaw> {
  const claims = await readPass(token, context.verifiers);
  return typeof claims === 'string' ? claims : (findFlaw(context, claims) ?? claims);
}

function findFlaw(context: PassContext, { jti, purpose, iat, exp }: PassClaims): PassFlaw | undefined {
  const { database, settings, clock } = context;
  const now = passTime(database, clock.now());
  if (now === undefined) {
    return 'clock';
  }
  // As long as the pass says, and no longer than passes hold here today.
  const until = Math.min(exp, iat + settings.passes.hours * 3600) * 1000;
  if (now >= until) {
    return 'expired';
  }
  if (iat * 1000 > now + toleranceMs) {
    return 'not-yet';
  }
  if (isRevoked(database, jti)) {
    return 'revoked';
  }
  return settings.passes.purposes.includes(purpose) ? undefined : 'not-offered';
}
