import { describe, expect, it } from 'vitest';
import { answer, problem } from '../../../main/contract/public.ts';
import { buildNotice, describeKiosk, later, startFace, toConsent, toDetails } from './face-harness.ts';

describe('the first touch', () => {
  it('asks for the notice in the language that was touched, and for nothing else', async () => {
    const face = await startFace();
    await toConsent(face, 'hi');
    expect(face.fake.calls.at(-1)).toEqual({ name: 'consent.read', input: { locale: 'hi' } });
    expect(face.asked()).toEqual(['consent.read']);
    expect(face.on('consent').view).toMatchObject({ state: 'here', notice: { locale: 'hi' } });
  });

  it('does nothing where the terminal does not serve', async () => {
    const face = await startFace({}, describeKiosk({ state: 'out-of-order' }));
    face.store.send({ type: 'begin', locale: 'en' });
    face.on('start');
    expect(face.asked()).toEqual([]);
  });

  it('tells when the notice cannot be had, and fetches it again', async () => {
    const face = await startFace({ 'consent.read': [problem('internal'), answer(buildNotice('en'))] });
    face.store.send({ type: 'begin', locale: 'en' });
    await face.settle();
    expect(face.on('consent').view.state).toBe('failed');
    face.store.send({ type: 'agree' });
    face.store.send({ type: 'decline' });
    expect(face.on('consent').view.state).toBe('failed');
    face.store.send({ type: 'reload-notice' });
    await face.settle();
    expect(face.on('consent').view.state).toBe('here');
  });

  it('ignores a notice that comes after another language was chosen', async () => {
    const first = later<ReturnType<typeof answer<ReturnType<typeof buildNotice>>>>();
    const face = await startFace({ 'consent.read': [first.promise, answer(buildNotice('hi'))] });
    face.store.send({ type: 'begin', locale: 'en' });
    face.store.send({ type: 'speak', locale: 'hi' });
    await face.settle();
    first.arrive(answer(buildNotice('en')));
    await face.settle();
    expect(face.on('consent').view).toMatchObject({ notice: { locale: 'hi' } });
  });
});

describe('the question of age', () => {
  it('has no answer of its own', async () => {
    const face = await startFace();
    await toConsent(face);
    expect(face.on('consent').draft.adult).toBeUndefined();
  });

  it('must be answered before "I agree", and says so beside itself', async () => {
    const face = await startFace();
    await toConsent(face);
    face.store.send({ type: 'agree' });
    expect(face.on('consent').note).toBe('age-first');
    face.store.send({ type: 'answer-age', adult: true });
    expect(face.on('consent').note).toBeUndefined();
  });

  it('sends who is under 18 to a person: nothing is asked of the core, not even a decline (P3)', async () => {
    const face = await startFace();
    await toConsent(face);
    face.store.send({ type: 'answer-age', adult: false });
    expect(face.on('reception').reason).toBe('under-age');
    await face.clock.pass(60_000);
    face.on('start');
    expect(face.asked()).toEqual(['consent.read']);
  });
});

describe('consent', () => {
  it('leads to the details, with the version and the language of the notice that was read', async () => {
    const face = await startFace();
    await toDetails(face, 'hi');
    expect(face.on('details').draft).toMatchObject({
      adult: true,
      consent: { version: '1', locale: 'hi' },
      purpose: 'visitor',
    });
  });

  it('keeps the language of the notice when another one is chosen later', async () => {
    const face = await startFace();
    await toDetails(face, 'hi');
    face.store.send({ type: 'speak', locale: 'en' });
    expect(face.on('details').draft.consent?.locale).toBe('hi');
    expect(face.store.state.peek().locale).toBe('en');
  });

  it('asks for the purpose only where there is a choice', async () => {
    const face = await startFace({}, describeKiosk({ purposes: ['visitor', 'employee'] }));
    await toDetails(face);
    face.on('purpose');
    face.store.send({ type: 'choose-purpose', purpose: 'employee' });
    expect(face.on('details').draft.purpose).toBe('employee');
  });

  it('cannot be typed past: no event of a later screen changes anything before it is given (P1)', async () => {
    const face = await startFace();
    await toConsent(face);
    const before = face.on('consent');
    face.store.send({ type: 'edit', field: 'fullName', text: 'Asha' });
    face.store.send({ type: 'play', fullName: 'Asha', mobileNumber: '9876543210' });
    face.store.send({ type: 'send' });
    face.store.send({ type: 'edit-otp', text: '123456' });
    face.store.send({ type: 'resend' });
    face.store.send({ type: 'choose-purpose', purpose: 'visitor' });
    expect(face.on('consent')).toBe(before);
    expect(face.asked()).toEqual(['consent.read']);
  });
});

describe('"I do not agree"', () => {
  it('needs no other answer first, leads to a person, and is counted without a word about them', async () => {
    const face = await startFace({ 'consent.decline': [answer({ seq: 7 })] });
    await toConsent(face, 'hi');
    face.store.send({ type: 'decline' });
    await face.settle();
    expect(face.on('reception').reason).toBe('declined');
    expect(face.fake.calls.at(-1)).toEqual({
      name: 'consent.decline',
      input: { purpose: 'visitor', locale: 'hi', version: '1' },
    });
  });

  it('leads to a person even when it could not be counted', async () => {
    const face = await startFace({ 'consent.decline': [problem('log-unavailable')] });
    await toConsent(face);
    face.store.send({ type: 'decline' });
    await face.settle();
    expect(face.on('reception').reason).toBe('declined');
  });

  it('forgets what was typed before one came back to the notice', async () => {
    const face = await startFace({ 'consent.decline': [answer({ seq: 7 })] });
    await toDetails(face);
    face.store.send({ type: 'edit', field: 'fullName', text: 'Asha Kumari' });
    face.fake.push('consent.read', answer(buildNotice('en')));
    face.store.send({ type: 'back' });
    await face.settle();
    expect(face.on('consent').draft.fullName).toBe('Asha Kumari');
    face.store.send({ type: 'decline' });
    expect(JSON.stringify(face.store.state.peek())).not.toContain('Asha');
  });
});
