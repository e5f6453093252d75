import { describe, expect, it } from 'vitest';
import { answer, problem } from '../../../main/contract/public.ts';
import {
  awaiting,
  buildNotice,
  describeKiosk,
  type FaceHarness,
  id,
  later,
  startFace,
  toDetails,
  typeDetails,
} from './face-harness.ts';

async function sendDetails(face: FaceHarness): Promise<void> {
  await toDetails(face);
  typeDetails(face);
  face.store.send({ type: 'send' });
  await face.settle();
}

describe('sending the details', () => {
  it('sends what was typed with the consent, and leads to the code', async () => {
    const face = await startFace({ 'verification.start': [answer(awaiting())] });
    await sendDetails(face);
    expect(face.fake.calls.at(-1)).toEqual({
      name: 'verification.start',
      input: {
        fullName: 'Asha Kumari',
        mobileNumber: '9876543210',
        purpose: 'visitor',
        consent: { version: '1', locale: 'en', accepted: true },
      },
    });
    expect(face.on('code').code.maskedMobile).toBe('••••••3210');
  });

  it('says what is wrong instead of sending it', async () => {
    const face = await startFace();
    await toDetails(face);
    typeDetails(face, '  ', '98765');
    face.store.send({ type: 'send' });
    expect(face.on('details').left).toEqual(['fullName', 'mobileNumber']);
    expect(face.asked()).toEqual(['consent.read']);
    expect(face.cues).toEqual(['problem']);
  });

  it('is not sent twice by a double touch', async () => {
    const face = await startFace({ 'verification.start': [later<never>().promise] });
    await toDetails(face);
    typeDetails(face);
    face.store.send({ type: 'send' });
    face.store.send({ type: 'send' });
    expect(face.asked()).toEqual(['consent.read', 'verification.start']);
  });
});

describe('what the core says of the details', () => {
  it('tells beside the fields that nobody is found, until something is changed', async () => {
    const face = await startFace({ 'verification.start': [problem('person-unknown')] });
    await sendDetails(face);
    expect(face.on('details').answer).toEqual({ kind: 'unknown' });
    expect(face.on('details').draft.fullName).toBe('Asha Kumari');
    face.store.send({ type: 'edit', field: 'fullName', text: 'Asha Kumar' });
    expect(face.on('details').answer).toBeUndefined();
  });

  it('tells of the fields that were not taken', async () => {
    const fields = [{ path: 'mobileNumber', problem: 'not-a-mobile-number' }];
    const face = await startFace({ 'verification.start': [problem('invalid-input', { fields })] });
    await sendDetails(face);
    expect(face.on('details').answer).toEqual({ kind: 'refused-fields', fields: ['mobileNumber'] });
  });

  it('waits as long as it is told, and no touch gets past it', async () => {
    const face = await startFace({
      'verification.start': [problem('otp-too-soon', { retryAfterMs: 30_000 }), answer(awaiting())],
    });
    await sendDetails(face);
    expect(face.on('details').answer).toMatchObject({ kind: 'wait', reason: 'code' });
    face.store.send({ type: 'send' });
    face.on('details');
    await face.clock.pass(30_000);
    face.store.send({ type: 'send' });
    await face.settle();
    face.on('code');
  });

  it('holds a busy service against every number, another wait against this number alone', async () => {
    const face = await startFace({
      'verification.start': [
        problem('upstream-rate-limited', { retryAfterMs: 30_000 }),
        problem('too-many-requests', { retryAfterMs: 30_000 }),
      ],
    });
    await sendDetails(face);
    face.store.send({ type: 'edit', field: 'mobileNumber', text: '9876543211' });
    expect(face.on('details').answer).toMatchObject({ kind: 'wait', reason: 'busy' });
    await face.clock.pass(30_000);
    face.store.send({ type: 'send' });
    await face.settle();
    expect(face.on('details').answer).toMatchObject({ kind: 'wait', reason: 'many' });
    face.store.send({ type: 'edit', field: 'mobileNumber', text: '9876543212' });
    expect(face.on('details').answer).toBeUndefined();
  });

  it('sends to a person who would have to wait for hours', async () => {
    const face = await startFace({
      'verification.start': [problem('too-many-requests', { retryAfterMs: 6 * 3_600_000 })],
    });
    await sendDetails(face);
    expect(face.on('reception').reason).toBe('limit');
  });

  it('shows the notice again when it has changed, with a word about it, and keeps what was typed', async () => {
    const face = await startFace({ 'verification.start': [problem('consent-outdated')] });
    await toDetails(face);
    typeDetails(face);
    face.fake.push('consent.read', answer({ ...buildNotice('en'), version: '2' }));
    face.store.send({ type: 'send' });
    await face.settle();
    expect(face.on('consent').note).toBe('changed');
    face.store.send({ type: 'agree' });
    expect(face.on('details').draft).toMatchObject({ fullName: 'Asha Kumari', consent: { version: '2' } });
  });

  it('shows a technical fault and not a refusal, from which one may try again with what was typed', async () => {
    const face = await startFace({ 'verification.start': [problem('upstream-unavailable'), answer(awaiting())] });
    await sendDetails(face);
    expect(face.on('failure').code).toBe('upstream-unavailable');
    expect(face.cues).toEqual(['fault']);
    face.store.send({ type: 'try-again' });
    expect(face.on('details').draft.mobileNumber).toBe('9876543210');
  });

  it('keeps nothing where another try does not help', async () => {
    const face = await startFace({ 'verification.start': [problem('upstream-forbidden')] });
    await sendDetails(face);
    expect(face.on('failure').draft).toBeUndefined();
    expect(JSON.stringify(face.store.state.peek())).not.toMatch(/Asha|98765/);
  });
});

describe('going back', () => {
  it('keeps what was typed through notice and purpose', async () => {
    const face = await startFace({}, describeKiosk({ purposes: ['visitor', 'employee'] }));
    await toDetails(face);
    face.store.send({ type: 'choose-purpose', purpose: 'visitor' });
    typeDetails(face);
    face.store.send({ type: 'back' });
    face.on('purpose');
    face.fake.push('consent.read', answer(buildNotice('en')));
    face.store.send({ type: 'back' });
    await face.settle();
    face.store.send({ type: 'agree' });
    expect(face.on('details').draft).toMatchObject({ fullName: 'Asha Kumari', mobileNumber: '9876543210' });
  });

  it('out of the sending lets go of a verification that is opened too late', async () => {
    const late = later<ReturnType<typeof answer<ReturnType<typeof awaiting>>>>();
    const face = await startFace({
      'verification.start': [late.promise],
      'verification.cancel': [answer({ id, state: 'cancelled', revision: 2 })],
    });
    await toDetails(face);
    typeDetails(face);
    face.store.send({ type: 'send' });
    face.store.send({ type: 'back' });
    expect(face.on('details').draft.fullName).toBe('Asha Kumari');
    late.arrive(answer(awaiting()));
    await face.settle();
    face.on('details');
    expect(face.fake.calls.at(-1)).toEqual({ name: 'verification.cancel', input: { id } });
  });
});

describe('the people of the demonstration', () => {
  it('fill both fields with one touch, in DEMO', async () => {
    const face = await startFace({}, describeKiosk({ demo: true }));
    await toDetails(face);
    face.store.send({ type: 'play', fullName: 'Ravi', mobileNumber: '9876543211' });
    expect(face.on('details').draft).toMatchObject({ fullName: 'Ravi', mobileNumber: '9876543211' });
  });

  it('do nothing elsewhere', async () => {
    const face = await startFace();
    await toDetails(face);
    face.store.send({ type: 'play', fullName: 'Ravi', mobileNumber: '9876543211' });
    expect(face.on('details').draft.fullName).toBe('');
  });
});
