import { describe, expect, it } from 'vitest';
import { type Answer, answer, type ErrorCode, type Pass, problem } from '../../../main/contract/public.ts';
import {
  awaiting,
  decided,
  describeKiosk,
  type FaceHarness,
  id,
  later,
  startFace,
  toCode,
  toConsent,
} from './face-harness.ts';

const token = 'eyJ.a.pass';
const pass = { token, expiresAt: '2026-06-15T14:45:00.000Z' };
const withPasses = describeKiosk({ passes: ['visitor'] });

/** A visit that ends with this, at a terminal that gives out passes for its purpose. */
async function visit(
  issued: Answer<Pass> | Promise<Answer<Pass>>,
  description = withPasses,
  decision = decided(),
): Promise<FaceHarness> {
  const face = await startFace({ 'verification.submitOtp': [answer(decision)], 'pass.issue': [issued] }, description);
  await toCode(face, awaiting());
  face.store.send({ type: 'edit-otp', text: '123456' });
  await face.settle();
  return face;
}

const held = (face: FaceHarness) => JSON.stringify(face.store.state.peek());

describe('a result', () => {
  it('asks for a pass at once, and stays forty seconds from the beginning, so that nothing moves', async () => {
    const coming = later<Answer<Pass>>();
    const face = await visit(coming.promise);
    expect(face.asked().at(-1)).toBe('pass.issue');
    expect(face.fake.calls.at(-1)?.input).toEqual({ id });
    const { endsAt } = face.on('result');
    expect(face.on('result').pass?.state).toBe('asked');
    coming.arrive(answer(pass));
    await face.settle();
    expect(face.on('result').pass).toEqual({ state: 'here', ...pass });
    expect(face.on('result').endsAt).toBe(endsAt);
    await face.clock.pass(39_999);
    face.on('result');
    await face.clock.pass(1);
    face.on('start');
    expect(held(face)).not.toContain(token);
  });

  it('forgets the pass when it is left', async () => {
    const face = await visit(answer(pass));
    expect(held(face)).toContain(token);
    face.store.send({ type: 'done' });
    expect(held(face)).not.toContain(token);
  });

  it('takes no pass that comes when it has gone', async () => {
    const coming = later<Answer<Pass>>();
    const face = await visit(coming.promise);
    face.store.send({ type: 'done' });
    coming.arrive(answer(pass));
    await face.settle();
    expect(held(face)).not.toContain(token);
  });

  it('stands as it is where there is none', async () => {
    const face = await visit(problem('conflict'));
    expect(face.on('result')).toMatchObject({ decision: 'admitted', pass: undefined });
  });

  it.each([
    ['of another purpose', describeKiosk({ passes: ['employee'] }), decided()],
    ['of a venue without passes', describeKiosk(), decided()],
    ['that refers', withPasses, decided({ decision: 'referred', status: 1 })],
    ['that refuses', withPasses, decided({ decision: 'refused', status: 0 })],
  ])('%s asks for none, and clears as ever', async (_kind, description, decision) => {
    const face = await visit(answer(pass), description, decision);
    expect(face.asked()).not.toContain('pass.issue');
    await face.clock.pass(8_000);
    face.on('start');
  });
});

describe('a pass that is read', () => {
  it('is used in the language of the moment, and nothing of it is kept', async () => {
    const coming = later<Answer<ReturnType<typeof decided>>>();
    const face = await startFace({ 'pass.use': [coming.promise] }, withPasses);
    face.store.send({ type: 'use-pass', token });
    expect(face.fake.calls.at(-1)).toEqual({ name: 'pass.use', input: { token, locale: 'en' } });
    face.on('pass');
    expect(held(face)).not.toContain(token);
    coming.arrive(answer(decided()));
    await face.settle();
    // It is no new verification: no pass is given out with it.
    expect(face.on('result')).toMatchObject({ decision: 'admitted', seq: 41, pass: undefined });
    expect(face.cues).toEqual(['admitted']);
    await face.clock.pass(8_000);
    face.on('start');
  });

  it('is used once, while its answer is under way', async () => {
    const coming = later<Answer<ReturnType<typeof decided>>>();
    const face = await startFace({ 'pass.use': [coming.promise] }, withPasses);
    face.store.send({ type: 'use-pass', token });
    face.store.send({ type: 'use-pass', token });
    expect(face.asked()).toEqual(['pass.use']);
    face.store.send({ type: 'back' });
    face.on('start');
    coming.arrive(answer(decided()));
    await face.settle();
    face.on('start');
  });

  it('is nothing on another screen, under help, or where the terminal takes none', async () => {
    const face = await startFace({}, withPasses);
    face.store.send({ type: 'ask-help' });
    face.store.send({ type: 'use-pass', token });
    face.on('start');
    face.store.send({ type: 'leave-help' });
    await toConsent(face);
    face.store.send({ type: 'use-pass', token });
    face.on('consent');
    expect(face.asked()).toEqual(['consent.read']);
    const without = await startFace();
    without.store.send({ type: 'use-pass', token });
    const stopped = await startFace({}, describeKiosk({ passes: ['visitor'], state: 'out-of-order' }));
    stopped.store.send({ type: 'use-pass', token });
    expect([...without.asked(), ...stopped.asked()]).toEqual([]);
  });

  it('that leads to nothing says why to staff, and leads on to the way with a code', async () => {
    const revoked = problem('not-found', { fields: [{ path: 'token', problem: 'revoked' }] });
    const face = await startFace({ 'pass.use': [revoked] }, withPasses);
    face.store.send({ type: 'use-pass', token });
    await face.settle();
    expect(face.on('no-pass').reason).toBe('revoked');
    expect(face.cues).toEqual(['problem']);
    face.store.send({ type: 'more-time' });
    expect(face.on('no-pass').extensions).toBe(1);
    await toConsent(face);
    face.on('consent');
  });

  it('clears by itself where nobody goes on', async () => {
    const face = await startFace({ 'pass.use': [problem('consent-outdated')] }, withPasses);
    face.store.send({ type: 'use-pass', token });
    await face.settle();
    expect(face.on('no-pass').reason).toBe('consent-outdated');
    await face.clock.pass(20_000);
    face.on('start');
  });

  it.each<ErrorCode>(['log-unavailable', 'out-of-order', 'internal', 'unauthenticated'])(
    'is a technical fault where the terminal is at fault: %s',
    async (code) => {
      const face = await startFace({ 'pass.use': [problem(code)] }, withPasses);
      face.store.send({ type: 'use-pass', token });
      await face.settle();
      expect(face.on('failure').code).toBe(code);
    },
  );
});
