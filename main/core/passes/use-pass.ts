/**
 * `pass.use`: a pass is shown, and its holder decided on anew by today's rule, without a code and without the upstream.
 * Part of the core.
 */
import { type Answer, answer, type InputOf, problem, type VerificationSnapshot } from '../../contract/public.ts';
import { type Counted, waitForRoom } from '../limits/window.ts';
import { decide, nameRule } from '../policy/policy.ts';
import type { PassContext } from './context.ts';
import { holdsNow } from './hold.ts';
import type { PassClaims } from './pass-token.ts';
import { buildOncePerVisit } from './recent-uses.ts';

type Use = InputOf<'pass.use'>;
type Asked = Answer<VerificationSnapshot>;

const minuteMs = 60_000;
/** More than anybody means; what is no pass counts more, so that nobody tries many. */
const perMinute = 60;
const flawCounts = 3;

/** Builds it. */
export function buildPassUse(context: PassContext): (input: Use) => Promise<Asked> {
  const { clock, logger } = context;
  const oncePerVisit = buildOncePerVisit(clock);
  let counted: Counted[] = [];
  return async ({ token, locale }) => {
    const code = context.outOfService();
    if (code !== undefined) {
      return problem(code);
    }
    const now = clock.monotonic();
    counted = counted.filter(({ at }) => at > now - minuteMs);
    const waitMs = waitForRoom(counted, now, minuteMs, perMinute, 1);
    if (waitMs > 0) {
      return problem('too-many-requests', { retryAfterMs: Math.ceil(waitMs) });
    }
    counted.push({ at: now, count: 1 });
    const claims = await holdsNow(context, token);
    if (typeof claims === 'string') {
      counted.push({ at: now, count: flawCounts - 1 });
      logger.warn('pass not accepted', { reason: claims });
      return problem('not-found', { fields: [{ path: 'token', problem: claims }] });
    }
    return oncePerVisit(claims.jti, () => admit(context, claims, locale));
  };
}

/** Decides and writes the row; the answer is seen when it is durable. */
async function admit(context: PassContext, claims: PassClaims, locale: Use['locale']): Promise<Asked> {
  const { settings, notices, append, random } = context;
  const { status, purpose, jti } = claims;
  const notice = notices.read(locale);
  if (notice === undefined) {
    return problem('invalid-input', { fields: [{ path: 'locale', problem: 'not-offered' }] });
  }
  // Whoever holds the pass has agreed to that notice, and to no other.
  if (claims.consent !== notices.version) {
    return problem('consent-outdated');
  }
  const rule = settings.policy.purposes[purpose];
  if (rule === undefined) {
    throw new TypeError('passes are given out for a purpose that the policy does not know');
  }
  const decision = decide(rule, status);
  const entry = await append({
    outcome: decision,
    channel: 'kiosk',
    purpose,
    status,
    policy: nameRule(purpose, rule),
    consent: { version: notice.version, locale: notice.locale, hash: notice.hash },
    reason: `pass ${jti}`,
  });
  if (entry === undefined) {
    return problem('log-unavailable');
  }
  const id = Buffer.from(random.bytes(16)).toString('base64url');
  const { id: entryId, seq, checkCode } = entry;
  return answer({ id, state: 'decided', revision: 1, status, decision, entryId, seq, checkCode });
}
