import { describe, expect, it } from 'vitest';
import { answer, problem } from '../../../main/contract/public.ts';
import {
  describeKiosk,
  type FaceHarness,
  id,
  startFace,
  toCode,
  toConsent,
  toDetails,
  typeDetails,
} from './face-harness.ts';

const asked = (face: FaceHarness) => face.store.state.peek().overlay?.kind === 'still-there';

describe('"Are you still there?"', () => {
  it('is asked after the seconds of the venue, with a sound', async () => {
    const face = await startFace({}, describeKiosk({ display: { idleSeconds: 30, resultSeconds: 8 } }));
    await toConsent(face);
    await face.clock.pass(29_999);
    expect(asked(face)).toBe(false);
    await face.clock.pass(1);
    expect(asked(face)).toBe(true);
    expect(face.cues).toEqual(['attention']);
  });

  it('is not asked of who touches something', async () => {
    const face = await startFace();
    await toDetails(face);
    for (let minute = 0; minute < 5; minute += 1) {
      await face.clock.pass(44_000);
      face.store.send({ type: 'touch' });
    }
    expect(asked(face)).toBe(false);
  });

  it('is not asked on the start screen', async () => {
    const face = await startFace();
    await face.clock.pass(600_000);
    expect(asked(face)).toBe(false);
    expect(face.cues).toEqual([]);
  });

  it('keeps everything that was typed when it is answered', async () => {
    const face = await startFace();
    await toDetails(face);
    typeDetails(face);
    await face.clock.pass(64_999);
    face.store.send({ type: 'touch' });
    expect(asked(face)).toBe(true);
    face.store.send({ type: 'stay' });
    expect(asked(face)).toBe(false);
    expect(face.on('details').draft.fullName).toBe('Asha Kumari');
    await face.clock.pass(44_999);
    expect(asked(face)).toBe(false);
  });

  it('wipes everything after twenty seconds without an answer, and lets the verification go', async () => {
    const face = await startFace({ 'verification.cancel': [answer({ id, state: 'cancelled', revision: 2 })] });
    await toCode(face);
    await face.clock.pass(64_999);
    face.on('code');
    await face.clock.pass(1);
    face.on('start');
    expect(JSON.stringify(face.store.state.peek())).not.toMatch(/Asha|98765/);
    expect(face.fake.calls).toContainEqual({ name: 'verification.cancel', input: { id } });
  });

  it('can be answered ten times; then it only tells that the visit ends', async () => {
    const face = await startFace();
    await toDetails(face);
    for (let time = 0; time < 10; time += 1) {
      await face.clock.pass(45_000);
      face.store.send({ type: 'stay' });
      face.on('details');
      expect(asked(face)).toBe(false);
    }
    await face.clock.pass(45_000);
    expect(face.store.state.peek().overlay).toMatchObject({ kind: 'still-there', last: true });
    face.store.send({ type: 'stay' });
    expect(asked(face)).toBe(true);
    await face.clock.pass(20_000);
    face.on('start');
  });

  it('begins to count anew with the next visitor', async () => {
    const face = await startFace();
    await toDetails(face);
    await face.clock.pass(45_000);
    face.store.send({ type: 'stay' });
    expect(face.store.state.peek().extensions).toBe(1);
    face.store.send({ type: 'cancel' });
    expect(face.store.state.peek().extensions).toBe(0);
  });

  it('takes the place of the way to help', async () => {
    const face = await startFace();
    await toDetails(face);
    face.store.send({ type: 'ask-help' });
    await face.clock.pass(45_000);
    expect(asked(face)).toBe(true);
  });
});

describe('a language that somebody left behind', () => {
  it('goes back to the first one of the venue', async () => {
    const face = await startFace({ 'consent.read': [problem('internal')] });
    face.store.send({ type: 'speak', locale: 'hi' });
    await face.clock.pass(44_999);
    expect(face.store.state.peek().locale).toBe('hi');
    await face.clock.pass(1);
    expect(face.store.state.peek().locale).toBe('en');
    expect(face.cues).toEqual([]);
  });
});
