import { describe, expect, it } from 'vitest';
import { answer, type Decision, type ErrorCode, errorCodes, problem } from '../../../main/contract/public.ts';
import { awaiting, buildNotice, decided, type FaceHarness, id, startFace, toCode } from './face-harness.ts';

async function submit(face: FaceHarness): Promise<void> {
  await toCode(face);
  face.store.send({ type: 'edit-otp', text: '123456' });
  await face.settle();
}

describe('the decision', () => {
  it.each<Decision>(['admitted', 'referred', 'refused'])('is shown and heard as %s', async (decision) => {
    const face = await startFace({ 'verification.submitOtp': [answer(decided({ decision }))] });
    await submit(face);
    expect(face.on('result')).toMatchObject({ decision, seq: 41, checkCode: '7KQ2M9XB' });
    expect(face.cues).toEqual([decision]);
  });

  it('holds nothing of the person', async () => {
    const face = await startFace({ 'verification.submitOtp': [answer(decided())] });
    await submit(face);
    expect(JSON.stringify(face.store.state.peek())).not.toMatch(/Asha|98765|3210|123456/);
  });

  it('is never taken from an older snapshot or from another verification (E1)', async () => {
    const face = await startFace({
      'verification.submitOtp': [answer(decided({ id: 'X'.repeat(22) }))],
      'verification.get': [answer(decided({ revision: 0 })), answer(decided({ decision: 'refused' }))],
    });
    await submit(face);
    face.on('checking');
    await face.clock.pass(1_000);
    face.on('checking');
    await face.clock.pass(1_000);
    expect(face.on('result').decision).toBe('refused');
  });
});

describe('while the core is still checking', () => {
  it('asks again until there is an answer', async () => {
    const checking = answer({ id, state: 'checking', revision: 2 } as const);
    const face = await startFace({
      'verification.submitOtp': [checking],
      'verification.get': [checking, answer(decided())],
    });
    await submit(face);
    face.on('checking');
    await face.clock.pass(2_000);
    face.on('result');
  });

  it('looks for the decision in the log when the answer to the code got lost', async () => {
    const face = await startFace({
      'verification.submitOtp': [problem('out-of-order')],
      'verification.get': [answer(decided())],
    });
    await submit(face);
    expect(face.on('result').decision).toBe('admitted');
  });

  it('shows a fault when that cannot be had either', async () => {
    const face = await startFace({
      'verification.submitOtp': [problem('internal')],
      'verification.get': [problem('out-of-order')],
      'verification.cancel': [problem('out-of-order')],
    });
    await submit(face);
    expect(face.on('failure').code).toBe('out-of-order');
  });

  it('finds a verification that has expired meanwhile', async () => {
    const face = await startFace({
      'verification.submitOtp': [problem('conflict')],
      'verification.get': [answer({ id, state: 'expired', revision: 4 })],
    });
    await submit(face);
    expect(face.on('code')).toMatchObject({ note: 'expired', code: { gone: true } });
  });

  it('finds one that still waits for its code', async () => {
    const face = await startFace({
      'verification.submitOtp': [problem('conflict')],
      'verification.get': [answer(awaiting({ revision: 2, attemptsLeft: 1 }))],
    });
    await submit(face);
    expect(face.on('code').code.attemptsLeft).toBe(1);
  });

  it('shows the fault of a verification that has failed', async () => {
    const face = await startFace({
      'verification.submitOtp': [answer({ id, state: 'failed', revision: 4, code: 'upstream-malformed' })],
      'verification.cancel': [problem('not-found')],
    });
    await submit(face);
    expect(face.on('failure').code).toBe('upstream-malformed');
  });
});

describe('a fault', () => {
  const withItsOwnScreen: readonly ErrorCode[] = ['otp-wrong', 'otp-expired', 'otp-exhausted'];

  it.each(errorCodes.filter((code) => !withItsOwnScreen.includes(code)))(
    '%s is never shown or heard as a decision (E2)',
    async (code) => {
      const face = await startFace({
        'verification.submitOtp': [problem(code)],
        'verification.get': [problem(code)],
        'verification.cancel': [problem('not-found')],
      });
      await toCode(face);
      face.fake.push('consent.read', answer(buildNotice('en')));
      face.store.send({ type: 'edit-otp', text: '123456' });
      await face.settle();
      expect(face.store.screen.peek().name).not.toBe('result');
      expect(face.cues.filter((cue) => cue === 'refused' || cue === 'admitted')).toEqual([]);
    },
  );
});
