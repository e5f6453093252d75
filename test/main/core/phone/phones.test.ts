/** A kiosk's invitation: its one use, its two minutes, its one phone, and what the kiosk sees of it. */
import { describe, expect, it } from 'vitest';
import { EmbedSession, Invitation, InvitationState, problem } from '../../../../main/contract/public.ts';
import { buildSettings } from '../../../support/settings.ts';
import { buildPhoneRig, kiosk, otherKiosk, read } from './phone-rig.ts';

const nobody = problem('not-found');

describe('an invitation', () => {
  it('is an address with a token of 256 bits in its fragment, for two minutes', async () => {
    const { invite, state, clock } = buildPhoneRig();
    const invited = await invite();
    expect(Invitation.safeParse(invited).success).toBe(true);
    expect(invited.url).toMatch(/^https:\/\/gate-1\.example\.in\/phone#[A-Za-z0-9_-]{43}$/);
    expect(invited.expiresInMs).toBe(120_000);
    clock.advance(20_000);
    const seen = await state(invited.id);
    expect(InvitationState.safeParse(seen).success).toBe(true);
    expect(seen).toEqual({ id: invited.id, state: 'waiting', expiresInMs: 100_000 });
  });

  it('opens one session: of no party, in the language of the kiosk, for the purpose that was chosen', async () => {
    const { invite, accept, state } = buildPhoneRig();
    const all = read(await accept((await invite()).url));
    expect(EmbedSession.safeParse(all).success).toBe(true);
    expect(all).toEqual({
      token: expect.stringMatching(/^[A-Za-z0-9_-]{43,}$/),
      expiresInMs: 600_000,
      purposes: ['visitor', 'employee'],
      origins: [],
      locale: 'hi',
    });
    const one = await invite(kiosk, { locale: 'en', purpose: 'employee' });
    expect(read(await accept(one.url))).toMatchObject({ purposes: ['employee'], locale: 'en' });
    expect(await state(one.id)).toEqual({ id: one.id, state: 'opened' });
  });

  it('is taken up once: of two phones with one code exactly one wins', async () => {
    const { invite, accept, state } = buildPhoneRig();
    const { url, id } = await invite();
    const both = await Promise.all([accept(url), accept(url), accept(url)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toEqual([nobody, nobody]);
    expect(await state(id)).toEqual({ id, state: 'opened' });
  });

  it('answers a token that is unknown, used, expired, replaced or called off with the same words', async () => {
    const { invite, accept, handlers, clock, phones } = buildPhoneRig();
    const unknown = await accept(`https://x.example/phone#${'A'.repeat(43)}`);
    const used = await invite();
    await accept(used.url);
    const replaced = await invite();
    const cancelled = await invite();
    const answers = [unknown, await accept(used.url), await accept(replaced.url)];
    await handlers['phone.cancel'](kiosk, { id: cancelled.id });
    answers.push(await accept(cancelled.url));
    const expired = await invite();
    clock.advance(120_000);
    answers.push(await accept(expired.url));
    phones.close();
    answers.push(await accept((await invite(otherKiosk)).url.replace(/.$/, '_')));
    expect(answers).toEqual(answers.map(() => nobody));
  });

  it('expires on the clock that nobody sets, and stays expired', async () => {
    const { invite, accept, state, clock } = buildPhoneRig();
    const { id, url } = await invite();
    clock.jump(-86_400_000);
    clock.advance(119_999);
    expect(await state(id)).toMatchObject({ state: 'waiting', expiresInMs: 1 });
    clock.advance(1);
    expect(await state(id)).toEqual({ id, state: 'expired' });
    expect(await accept(url)).toEqual(nobody);
  });

  it('is over at its time even when its timer comes late', async () => {
    const { invite, accept, state, clock } = buildPhoneRig();
    const { id, url } = await invite();
    const late = clock.monotonic;
    Object.assign(clock, { monotonic: () => late() + 120_000 });
    expect(await accept(url)).toEqual(nobody);
    expect(await state(id)).toEqual({ id, state: 'expired' });
  });

  it('is for the kiosk that made it alone, and each kiosk has one', async () => {
    const { invite, handlers, state, accept } = buildPhoneRig();
    const first = await invite();
    const other = await invite(otherKiosk);
    expect(await handlers['phone.get'](otherKiosk, { id: first.id })).toEqual(nobody);
    expect(await handlers['phone.cancel'](otherKiosk, { id: first.id })).toEqual(nobody);
    const second = await invite();
    expect(await handlers['phone.get'](kiosk, { id: first.id })).toEqual(nobody);
    expect(await accept(first.url)).toEqual(nobody);
    expect(await state(second.id)).toMatchObject({ state: 'waiting' });
    expect(await state(other.id, otherKiosk)).toMatchObject({ state: 'waiting' });
  });

  it('cannot be had where the venue does not offer it, for a purpose it does not know, or while it is out of order', async () => {
    const { kiosk: face } = buildSettings();
    const off = buildPhoneRig({ kiosk: face });
    expect(await off.handlers['phone.invite'](kiosk, { locale: 'en' })).toMatchObject({ error: { code: 'conflict' } });
    const { handlers, world, invite, accept } = buildPhoneRig();
    expect(await handlers['phone.invite'](kiosk, { locale: 'en', purpose: 'minister' })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'purpose', problem: 'not-offered' }] },
    });
    const { url } = await invite();
    world.outOfService = 'log-unavailable';
    expect(await handlers['phone.invite'](kiosk, { locale: 'en' })).toMatchObject({ error: { code: 'out-of-order' } });
    expect(await accept(url)).toMatchObject({ error: { code: 'out-of-order' } });
    world.outOfService = undefined;
    expect(await accept(url)).toMatchObject({ ok: true });
  });

  it('cannot be had more than thirty times a minute', async () => {
    const { handlers, invite, clock } = buildPhoneRig();
    for (let count = 0; count < 30; count += 1) {
      await invite();
    }
    expect(await handlers['phone.invite'](kiosk, { locale: 'en' })).toMatchObject({
      error: { code: 'too-many-requests', retryAfterMs: 60_000 },
    });
    clock.advance(60_000);
    expect(await handlers['phone.invite'](kiosk, { locale: 'en' })).toMatchObject({ ok: true });
  });

  it('leaves nothing behind: no timer and no record, a minute after its end', async () => {
    const { invite, accept, handlers, clock, tokens } = buildPhoneRig();
    await invite();
    clock.advance(180_000);
    const { id, url } = await invite();
    const { token } = read(await accept(url));
    await handlers['phone.cancel'](kiosk, { id });
    expect(tokens.callerOf(token)).toBeUndefined();
    await clock.pass(60_000);
    expect(await handlers['phone.get'](kiosk, { id })).toEqual(nobody);
    expect(clock.timers()).toBe(0);
  });
});
