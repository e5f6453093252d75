/**
 * The session of this page: a token in its memory and nowhere else, so that nothing of it depends on cookies. One that
 * has run out is begun anew, where that can be; a visit that was under way then asks for its code again.
 * Runs in the embedded page.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type Answer,
  answer,
  EmbedSession,
  type ErrorCode,
  problem,
  type SnapshotIn,
  type Transport,
  type VisitorClient,
} from '../../main/contract/public.ts';
import type { FaceClock } from '../store/clock.ts';
import type { Beginning } from './address.ts';

/** How often a terminal that cannot be reached is asked again, in milliseconds. */
const againMs = 5_000;

/** Faults that pass by themselves. */
const passing: readonly ErrorCode[] = ['too-many-requests', 'out-of-order', 'log-unavailable', 'internal'];

export interface PageSession {
  /** What the core said when the page began; undefined until then. */
  readonly opened: ReadonlySignal<EmbedSession | undefined>;
  /** The page leads nowhere: it was never invited, is not any more, or asks for what is not offered. */
  readonly over: ReadonlySignal<ErrorCode | undefined>;
  /** Begins, and tries again while that may help. */
  open(): Promise<void>;
  /** What says who is calling. */
  headers(): Readonly<Record<string, string>>;
  /** Renews the session where a call is nobody's, and makes the call again. */
  guard(transport: Transport): Transport;
}

export interface PageSessionParts {
  /** Asks the core to begin. */
  readonly begin: () => Promise<Answer<EmbedSession>>;
  /** A page of a party may begin again; an invitation is for one use. */
  readonly renews: boolean;
  readonly clock: Pick<FaceClock, 'after'>;
}

/** Asks the core to begin, for a party or with the invitation of a kiosk. */
export async function askToBegin(transport: Transport, beginning: Beginning): Promise<Answer<EmbedSession>> {
  const answered = await (beginning.kind === 'party'
    ? transport.call('embed.begin', beginning.begin)
    : transport.call('phone.accept', { token: beginning.token }));
  if (!answered.ok) {
    return answered;
  }
  const session = EmbedSession.safeParse(answered.value);
  return session.success ? answer(session.data) : problem('out-of-order');
}

/** Builds it; nothing is asked before `open`. */
export function buildPageSession({ begin, renews, clock }: PageSessionParts): PageSession {
  const opened = signal<EmbedSession | undefined>(undefined);
  const over = signal<ErrorCode | undefined>(undefined);
  let renewal: Promise<boolean> | undefined;
  const tryOnce = async () => {
    // Whoever begins shows no token: one that is nobody's is refused even where anybody may call.
    opened.value = undefined;
    const begun = await begin();
    if (begun.ok) {
      opened.value = begun.value;
    }
    return begun;
  };
  /** Whether it worked. Calls that fail together begin it once. */
  const renew = (): Promise<boolean> => {
    renewal ??= tryOnce().then((begun) => {
      renewal = undefined;
      if (!begun.ok && !passing.includes(begun.error.code)) {
        over.value = begun.error.code;
      }
      return begun.ok;
    });
    return renewal;
  };
  const open = async (): Promise<void> => {
    const begun = await tryOnce();
    if (begun.ok) {
      return;
    }
    const { code, retryAfterMs = againMs } = begun.error;
    if (!passing.includes(code)) {
      over.value = code;
      return;
    }
    await new Promise<void>((resolve) => clock.after(retryAfterMs, resolve));
    await open();
  };
  return {
    opened,
    over,
    open,
    headers() {
      const token = opened.peek()?.token;
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    },
    guard: ({ call }) => ({
      async call(name, input) {
        const answered = await call(name, input);
        if (answered.ok || answered.error.code !== 'unauthenticated') {
          return answered;
        }
        if (!renews) {
          over.value = 'unauthenticated';
          return answered;
        }
        return (await renew()) ? call(name, input) : answered;
      },
      // What a terminal pushes is for its own pages.
      watch: () => () => {},
    }),
  };
}

/**
 * The client as this page uses it: of what the terminal says of itself only what is meant for this page, and the
 * decision is noted for the window around us.
 */
export function narrowClient(
  client: VisitorClient,
  session: Pick<PageSession, 'opened'>,
  onDecided: (snapshot: SnapshotIn<'decided'>) => void,
): VisitorClient {
  const note =
    <I>(call: (input: I) => ReturnType<VisitorClient['verification.get']>) =>
    async (input: I) => {
      const answered = await call(input);
      if (answered.ok && answered.value.state === 'decided') {
        onDecided(answered.value);
      }
      return answered;
    };
  return {
    ...client,
    async 'kiosk.describe'(input) {
      const described = await client['kiosk.describe'](input);
      if (!described.ok) {
        return described;
      }
      const allowed = session.opened.peek()?.purposes ?? [];
      const purposes = described.value.purposes.filter((purpose) => allowed.includes(purpose));
      return answer({ ...described.value, purposes, passes: [], ownPhone: false });
    },
    'verification.get': note(client['verification.get']),
    'verification.submitOtp': note(client['verification.submitOtp']),
  };
}
