import { describe, expect, it } from 'vitest';
import { type Answer, answer, type Invitation, type InvitationState, problem } from '../../../main/contract/public.ts';
import {
  buildNotice,
  describeKiosk,
  type FaceHarness,
  later,
  startFace,
  toConsent,
  toDetails,
  typeDetails,
} from './face-harness.ts';

const id = 'I'.repeat(22);
const url = `https://gate-1.example.in/phone#${'t'.repeat(43)}`;
const invitation: Invitation = { id, url, expiresInMs: 120_000 };
const withPhones = describeKiosk({ ownPhone: true });
const waiting = answer<InvitationState>({ id, state: 'waiting', expiresInMs: 100_000 });
const ended = answer<InvitationState>({ id, state: 'ended' });
const opened = answer<InvitationState>({ id, state: 'opened' });

/** A face that shows a code. */
async function showCode(...seen: (Answer<InvitationState> | Promise<Answer<InvitationState>>)[]): Promise<FaceHarness> {
  const face = await startFace({ 'phone.invite': [answer(invitation)], 'phone.cancel': [ended] }, withPhones);
  await toConsent(face, 'hi');
  for (const state of seen) {
    face.fake.push('phone.get', state);
  }
  face.store.send({ type: 'use-phone' });
  await face.settle();
  return face;
}

const view = (face: FaceHarness) => face.on('phone').view;
const held = (face: FaceHarness) => JSON.stringify(face.store.state.peek());

describe('"Use my own phone"', () => {
  it('asks for a code in the language of the moment, and shows it for its two minutes', async () => {
    const face = await showCode();
    expect(face.fake.calls.findLast(({ name }) => name === 'phone.invite')?.input).toEqual({ locale: 'hi' });
    expect(view(face)).toMatchObject({ state: 'waiting', id, url, endsAt: face.clock.monotonic() + 120_000 });
  });

  it('is for a purpose that was chosen, and forgets what was typed', async () => {
    const face = await startFace({ 'phone.invite': [answer(invitation)] }, withPhones);
    await toDetails(face);
    typeDetails(face);
    face.store.send({ type: 'use-phone' });
    face.on('details');
    face.fake.push('consent.read', answer(buildNotice('en')));
    face.store.send({ type: 'back' });
    face.store.send({ type: 'use-phone' });
    await face.settle();
    expect(face.fake.calls.at(-1)?.input).toEqual({ locale: 'en', purpose: 'visitor' });
    expect(held(face)).not.toContain('Asha');
  });

  it('is nothing where the venue does not offer it, and at the start', async () => {
    const without = await startFace();
    await toConsent(without);
    without.store.send({ type: 'use-phone' });
    without.on('consent');
    const face = await startFace({}, withPhones);
    face.store.send({ type: 'use-phone' });
    face.on('start');
  });

  it('asks once a second how far the phone is', async () => {
    const face = await showCode(waiting, waiting, opened);
    const looks = () => face.asked().filter((name) => name === 'phone.get').length;
    await face.clock.pass(999);
    expect(looks()).toBe(0);
    await face.clock.pass(1);
    expect(looks()).toBe(1);
    await face.clock.pass(1_000);
    expect(looks()).toBe(2);
    expect(view(face).state).toBe('waiting');
    await face.clock.pass(1_000);
    expect(view(face).state).toBe('opened');
    expect(held(face)).not.toContain(url);
  });

  it('shows the decision of the phone as one of its own', async () => {
    const decided = answer<InvitationState>({
      id,
      state: 'decided',
      decision: 'admitted',
      seq: 7,
      checkCode: '7KQ2M9XB',
    });
    const face = await showCode(opened, decided);
    await face.clock.pass(2_000);
    expect(face.on('result')).toMatchObject({ decision: 'admitted', seq: 7, checkCode: '7KQ2M9XB', pass: undefined });
    expect(face.cues.at(-1)).toBe('admitted');
    expect(face.asked()).not.toContain('phone.cancel');
    await face.clock.pass(8_000);
    face.on('start');
  });

  it.each(['expired', 'ended'] as const)('says that it has %s, and takes a new code', async (state) => {
    const face = await showCode(answer<InvitationState>({ id, state }));
    await face.clock.pass(1_000);
    expect(view(face)).toEqual({ state });
    expect(face.cues.at(-1)).toBe('problem');
    face.fake.push('phone.invite', answer(invitation));
    face.store.send({ type: 'use-phone' });
    await face.settle();
    expect(view(face).state).toBe('waiting');
  });

  it('goes on asking after a fault, and is over when the terminal knows it no longer', async () => {
    const face = await showCode(problem('internal'), opened, problem('not-found'));
    await face.clock.pass(2_000);
    expect(view(face).state).toBe('opened');
    await face.clock.pass(1_000);
    expect(view(face).state).toBe('ended');
  });

  it('says when there is no code to be had', async () => {
    const face = await startFace({ 'phone.invite': [problem('too-many-requests')] }, withPhones);
    await toConsent(face);
    face.store.send({ type: 'use-phone' });
    await face.settle();
    expect(view(face).state).toBe('failed');
  });
});

describe('leaving it', () => {
  it.each(['cancel', 'back'] as const)('by "%s" ends the invitation', async (type) => {
    const face = await showCode();
    face.fake.push('consent.read', answer(buildNotice('hi')));
    face.store.send({ type });
    await face.settle();
    face.on(type === 'back' ? 'consent' : 'start');
    expect(face.fake.calls.find(({ name }) => name === 'phone.cancel')?.input).toEqual({ id });
    expect(held(face)).not.toContain(url);
  });

  it('before the code has come ends the invitation when it comes', async () => {
    const coming = later<ReturnType<typeof answer<Invitation>>>();
    const face = await startFace({ 'phone.invite': [coming.promise], 'phone.cancel': [ended] }, withPhones);
    await toConsent(face);
    face.store.send({ type: 'use-phone' });
    face.store.send({ type: 'cancel' });
    coming.arrive(answer(invitation));
    await face.settle();
    face.on('start');
    expect(face.fake.calls.find(({ name }) => name === 'phone.cancel')?.input).toEqual({ id });
    expect(held(face)).not.toContain(url);
  });

  it('takes no word of a phone that comes too late', async () => {
    const coming = later<typeof opened>();
    const face = await showCode(coming.promise);
    await face.clock.pass(1_000);
    face.fake.push('consent.read', answer(buildNotice('hi')));
    face.store.send({ type: 'back' });
    coming.arrive(
      answer<InvitationState>({ id, state: 'decided', decision: 'admitted', seq: 7, checkCode: '7KQ2M9XB' }),
    );
    await face.settle();
    face.on('consent');
  });
});

describe('nobody touches the terminal', () => {
  it('while a phone is used: nobody is asked', async () => {
    const face = await showCode(...Array(300).fill(opened));
    await face.clock.pass(200_000);
    expect(view(face).state).toBe('opened');
    expect(face.store.state.peek().overlay).toBeUndefined();
  });

  it('once it came to nothing: it asks, and goes back to the start', async () => {
    const face = await showCode(answer<InvitationState>({ id, state: 'expired' }));
    await face.clock.pass(1_000);
    await face.clock.pass(45_000);
    expect(face.store.state.peek().overlay).toMatchObject({ kind: 'still-there' });
    await face.clock.pass(20_000);
    face.on('start');
  });
});

it('a terminal that goes out of order takes the code away, and leaves a phone that is used alone', async () => {
  const health = { type: 'health', state: 'out-of-order', revision: 5 } as const;
  const code = await showCode();
  code.fake.emit('kiosk.watch', health);
  code.on('start');
  const used = await showCode(opened);
  await used.clock.pass(1_000);
  used.fake.emit('kiosk.watch', health);
  expect(view(used).state).toBe('opened');
});
