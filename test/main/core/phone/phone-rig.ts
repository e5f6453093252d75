/** Phones with real verifications on an upstream, a log and a clock that the test drives. For tests only. */
import type { Answer, InputOf, Invitation, InvitationState } from '../../../../main/contract/public.ts';
import { answer, problem } from '../../../../main/contract/public.ts';
import type { Settings } from '../../../../main/core/config/settings.ts';
import { type Caller, channelOf, ownerOf } from '../../../../main/core/dispatch/caller.ts';
import { buildEmbedTokens } from '../../../../main/core/embed/embed-tokens.ts';
import type { VisitHandlers } from '../../../../main/core/phone/guard.ts';
import { buildPhones } from '../../../../main/core/phone/phone-handlers.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';
import { buildSettings } from '../../../support/settings.ts';
import { buildRig, input } from '../verification/verification-rig.ts';

/** The kiosk of these tests, and another one. */
export const kiosk: Caller = { kind: 'kiosk', id: 'one' };
export const otherKiosk: Caller = { kind: 'kiosk', id: 'two' };

/** The value of an answer; throws with the code of a fault. */
export function read<T>(answered: Answer<T>): T {
  if (!answered.ok) {
    throw new Error(`answered with ${answered.error.code}`);
  }
  return answered.value;
}

/** What a phone does, with the token that it got. */
export interface Phone {
  readonly token: string;
  /** Whom the host finds behind the token. */
  caller(): Caller | undefined;
  start(changed?: Partial<InputOf<'verification.start'>>): ReturnType<VisitHandlers['verification.start']>;
  submit(id: string, otp?: string): ReturnType<VisitHandlers['verification.submitOtp']>;
  get(id: string): ReturnType<VisitHandlers['verification.get']>;
  cancel(id: string): ReturnType<VisitHandlers['verification.cancel']>;
  decline(): ReturnType<VisitHandlers['consent.decline']>;
}

/** Builds them. */
export function buildPhoneRig(replaced: Partial<Settings> = {}) {
  const rig = buildRig();
  const { service, clock, world } = rig;
  const base = buildSettings();
  const settings: Settings = {
    ...base,
    kiosk: { ...base.kiosk, ownPhone: true },
    http: { ...base.http, publicUrl: 'https://gate-1.example.in' },
    ...replaced,
  };
  const random = buildFakeRandom('phones');
  const tokens = buildEmbedTokens(clock, random);
  const phones = buildPhones({
    settings,
    verification: service,
    tokens,
    outOfService: () => world.outOfService,
    clock,
    random,
  });
  const visitCaller = (caller: Caller) => ({
    owner: ownerOf(caller),
    channel: channelOf(caller),
    atTerminal: caller.atTerminal,
  });
  const visit: VisitHandlers = phones.guard({
    'consent.decline': () => answer({ seq: 1 }),
    'verification.start': (caller, given) => service.start(visitCaller(caller), given),
    'verification.submitOtp': (caller, { id, otp }) => service.submitOtp(visitCaller(caller), id, otp),
    'verification.resendOtp': (caller, { id }) => service.resendOtp(visitCaller(caller), id),
    'verification.get': (caller, { id }) => service.get(visitCaller(caller), id),
    'verification.cancel': (caller, { id }) => service.cancel(visitCaller(caller), id),
  });
  const { handlers } = phones;
  const invite = async (by = kiosk, given: InputOf<'phone.invite'> = { locale: 'hi' }): Promise<Invitation> =>
    read(await handlers['phone.invite'](by, given));
  const accept = (url: string) =>
    handlers['phone.accept']({ kind: 'public', id: '' }, { token: new URL(url).hash.slice(1) });
  const state = async (id: string, by = kiosk): Promise<InvitationState> =>
    read(await handlers['phone.get'](by, { id }));
  const open = async (url: string): Promise<Phone> => {
    const { token } = read(await accept(url));
    const given = tokens.callerOf(token);
    if (given === undefined) {
      throw new Error('the token of an accepted phone is nobody’s');
    }
    /** As a host does: a token that is nobody's gets no further. */
    const by = () => tokens.callerOf(token);
    const asked = <T>(call: (caller: Caller) => T) => {
      const caller = by();
      return caller === undefined ? problem('unauthenticated') : call(caller);
    };
    return {
      token,
      caller: by,
      start: (changed = {}) => asked((caller) => visit['verification.start'](caller, { ...input, ...changed })),
      submit: (id, otp = '123456') => asked((caller) => visit['verification.submitOtp'](caller, { id, otp })),
      get: (id) => asked((caller) => visit['verification.get'](caller, { id })),
      cancel: (id) => asked((caller) => visit['verification.cancel'](caller, { id })),
      decline: () =>
        asked((caller) => visit['consent.decline'](caller, { locale: 'hi', version: input.consent.version })),
    };
  };
  return { ...rig, phones, handlers, visit, tokens, invite, accept, state, open };
}
