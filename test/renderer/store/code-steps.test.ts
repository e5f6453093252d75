import { describe, expect, it } from 'vitest';
import { answer, problem } from '../../../main/contract/public.ts';
import { awaiting, decided, type FaceHarness, id, later, startFace, toCode } from './face-harness.ts';

function typeCode(face: FaceHarness, text = '123456'): Promise<void> {
  face.store.send({ type: 'edit-otp', text });
  return face.settle();
}

const cancelled = answer({ id, state: 'cancelled', revision: 9 } as const);

describe('typing the code', () => {
  it('sends it on its sixth digit, once', async () => {
    const face = await startFace({ 'verification.submitOtp': [answer(decided())] });
    await toCode(face);
    for (const text of ['1', '12', '123', '1234', '12345']) {
      face.store.send({ type: 'edit-otp', text });
      expect(face.on('code').otp).toBe(text);
    }
    await typeCode(face);
    expect(face.fake.calls.filter(({ name }) => name === 'verification.submitOtp')).toEqual([
      { name: 'verification.submitOtp', input: { id, otp: '123456' } },
    ]);
    face.on('result');
  });

  it.each([
    ['pasted with a space', '123 456', '123456'],
    ['in Devanagari digits', '१२३४५६', '123456'],
    ['with a dash', '123-456', '123456'],
  ])('takes digits %s', async (_case, text, otp) => {
    const face = await startFace({ 'verification.submitOtp': [answer(decided())] });
    await toCode(face);
    await typeCode(face, text);
    expect(face.fake.calls.at(-1)?.input).toEqual({ id, otp });
  });

  it('leaves out what is no digit, and all after the sixth', async () => {
    const face = await startFace({ 'verification.submitOtp': [answer(decided())] });
    await toCode(face);
    face.store.send({ type: 'edit-otp', text: '12a3' });
    expect(face.on('code').otp).toBe('123');
    await typeCode(face, '1234567');
    expect(face.fake.calls.at(-1)?.input).toEqual({ id, otp: '123456' });
  });

  it('says that six digits are wanted when it is sent too early', async () => {
    const face = await startFace();
    await toCode(face);
    face.store.send({ type: 'edit-otp', text: '123' });
    face.store.send({ type: 'submit-otp' });
    expect(face.on('code').note).toBe('not-six');
  });
});

describe('a wrong code', () => {
  it('tells how many tries are left, and keeps the number', async () => {
    const face = await startFace({ 'verification.submitOtp': [problem('otp-wrong', { attemptsLeft: 2 })] });
    await toCode(face);
    await typeCode(face);
    const { note, otp, code } = face.on('code');
    expect({ note, otp, left: code.attemptsLeft, masked: code.maskedMobile }).toEqual({
      note: 'wrong',
      otp: '',
      left: 2,
      masked: '••••••3210',
    });
    expect(face.cues).toEqual(['problem']);
  });

  it('does not make the code live longer', async () => {
    const face = await startFace({ 'verification.submitOtp': [problem('otp-wrong', { attemptsLeft: 2 })] });
    await toCode(face);
    const { expiresAt } = face.on('code').code;
    await face.clock.pass(5_000);
    await typeCode(face);
    expect(face.on('code').code.expiresAt).toBe(expiresAt);
  });

  it('leads to the reception when it was the third', async () => {
    const face = await startFace({
      'verification.submitOtp': [problem('otp-exhausted', { attemptsLeft: 0 })],
      'verification.cancel': [cancelled],
    });
    await toCode(face);
    await typeCode(face);
    expect(face.on('reception').reason).toBe('exhausted');
    expect(JSON.stringify(face.store.state.peek())).not.toMatch(/Asha|98765/);
  });
});

describe('an expired code', () => {
  it('says so by itself when its time is over, and is not sent any more', async () => {
    const face = await startFace();
    await toCode(face, awaiting({ expiresInMs: 30_000, resendInMs: 30_000 }));
    face.store.send({ type: 'edit-otp', text: '12345' });
    await face.clock.pass(30_000);
    expect(face.on('code')).toMatchObject({ note: 'expired', otp: '' });
    await typeCode(face);
    expect(face.on('code').note).toBe('expired');
    expect(face.asked()).not.toContain('verification.submitOtp');
  });

  it('is what the core says it is', async () => {
    const face = await startFace({ 'verification.submitOtp': [problem('otp-expired')] });
    await toCode(face);
    await typeCode(face);
    expect(face.on('code')).toMatchObject({ note: 'expired', code: { gone: false } });
  });
});

describe('"Send again"', () => {
  it('does nothing before its time', async () => {
    const face = await startFace();
    await toCode(face, awaiting({ resendInMs: 20_000 }));
    face.store.send({ type: 'resend' });
    face.on('code');
    expect(face.asked()).not.toContain('verification.resendOtp');
  });

  it('asks for a new code of the same verification, with all its time', async () => {
    const face = await startFace({ 'verification.resendOtp': [answer(awaiting({ revision: 2 }))] });
    await toCode(face, awaiting({ resendInMs: 20_000 }));
    await face.clock.pass(20_000);
    face.store.send({ type: 'resend' });
    await face.settle();
    const { note, code } = face.on('code');
    expect(note).toBe('new');
    expect(code.expiresAt - face.clock.monotonic()).toBe(180_000);
  });

  it('tells how long to wait where the core does', async () => {
    const face = await startFace({ 'verification.resendOtp': [problem('otp-too-soon', { retryAfterMs: 15_000 })] });
    await toCode(face, awaiting({ resendInMs: 0 }));
    face.store.send({ type: 'resend' });
    await face.settle();
    expect(face.on('code').wait).toMatchObject({ reason: 'code' });
    face.store.send({ type: 'resend' });
    face.on('code');
    expect(face.asked().filter((name) => name === 'verification.resendOtp')).toHaveLength(1);
  });

  it('opens a new verification where the core has forgotten the old one', async () => {
    const face = await startFace({ 'verification.resendOtp': [problem('not-found')] });
    await toCode(face, awaiting({ resendInMs: 0 }));
    face.store.send({ type: 'resend' });
    await face.settle();
    expect(face.on('code')).toMatchObject({ note: 'expired', code: { gone: true } });
    face.fake.push('verification.start', answer(awaiting({ id: 'W'.repeat(22) })));
    face.store.send({ type: 'resend' });
    await face.settle();
    expect(face.on('code').code).toMatchObject({ id: 'W'.repeat(22), gone: false });
  });
});

describe('"Change number"', () => {
  it('keeps name and number in their fields and lets the verification go', async () => {
    const face = await startFace({ 'verification.cancel': [cancelled] });
    await toCode(face);
    face.store.send({ type: 'back' });
    expect(face.on('details').draft).toMatchObject({ fullName: 'Asha Kumari', mobileNumber: '9876543210' });
    expect(face.fake.calls.at(-1)).toEqual({ name: 'verification.cancel', input: { id } });
  });
});

describe('cancelling', () => {
  it('wipes everything and ignores the answer that comes after it', async () => {
    const late = later<ReturnType<typeof answer<ReturnType<typeof decided>>>>();
    const face = await startFace({ 'verification.submitOtp': [late.promise], 'verification.cancel': [cancelled] });
    await toCode(face);
    await typeCode(face);
    face.on('checking');
    face.store.send({ type: 'cancel' });
    face.on('start');
    expect(JSON.stringify(face.store.state.peek())).not.toMatch(/Asha|98765|123456/);
    late.arrive(answer(decided()));
    await face.settle();
    face.on('start');
    expect(face.cues).toEqual([]);
    expect(face.fake.calls.at(-1)).toEqual({ name: 'verification.cancel', input: { id } });
  });
});
