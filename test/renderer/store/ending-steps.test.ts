import { describe, expect, it } from 'vitest';
import { answer, problem } from '../../../main/contract/public.ts';
import { decided, type FaceHarness, startFace, toCode, toConsent, toDetails, typeDetails } from './face-harness.ts';

async function toResult(): Promise<FaceHarness> {
  const face = await startFace({ 'verification.submitOtp': [answer(decided())] });
  await toCode(face);
  face.store.send({ type: 'edit-otp', text: '123456' });
  await face.settle();
  face.on('result');
  return face;
}

describe('an end', () => {
  it('clears after the seconds of the venue', async () => {
    const face = await toResult();
    await face.clock.pass(7_999);
    face.on('result');
    await face.clock.pass(1);
    face.on('start');
  });

  it('can be cut short', async () => {
    const face = await toResult();
    face.store.send({ type: 'done' });
    face.on('start');
  });

  it('can be prolonged by twenty seconds, ten times (A2)', async () => {
    const face = await toResult();
    for (let time = 1; time <= 10; time += 1) {
      face.store.send({ type: 'more-time' });
      expect(face.on('result').extensions).toBe(time);
      await face.clock.pass(19_000);
    }
    face.store.send({ type: 'more-time' });
    expect(face.on('result').extensions).toBe(10);
    await face.clock.pass(1_000);
    face.on('start');
  });

  it('that tells where to go stays twenty seconds', async () => {
    const face = await startFace({ 'consent.decline': [answer({ seq: 1 })] });
    await toConsent(face);
    face.store.send({ type: 'decline' });
    await face.clock.pass(19_999);
    face.on('reception');
    await face.clock.pass(1);
    face.on('start');
  });

  it('goes back to the first language of the venue', async () => {
    const face = await toResult();
    face.store.send({ type: 'speak', locale: 'hi' });
    expect(face.store.state.peek().locale).toBe('hi');
    face.store.send({ type: 'done' });
    expect(face.store.state.peek().locale).toBe('en');
  });

  it('stays while one reads how to get help', async () => {
    const face = await toResult();
    face.store.send({ type: 'ask-help' });
    await face.clock.pass(30_000);
    face.on('result');
    expect(face.store.state.peek().overlay).toEqual({ kind: 'help' });
    await face.clock.pass(15_000);
    face.on('start');
    expect(face.store.state.peek().overlay).toBeUndefined();
  });

  it('by a fault forgets what was typed when it clears', async () => {
    const face = await startFace({ 'verification.start': [problem('upstream-unavailable')] });
    await toDetails(face);
    typeDetails(face);
    face.store.send({ type: 'send' });
    await face.settle();
    face.on('failure');
    await face.clock.pass(20_000);
    face.on('start');
    expect(JSON.stringify(face.store.state.peek())).not.toMatch(/Asha|98765/);
  });
});
