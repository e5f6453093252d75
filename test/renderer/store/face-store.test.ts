import { describe, expect, it } from 'vitest';
import { startFace, toConsent } from './face-harness.ts';

describe('the store', () => {
  it('moves its clock every second while nothing happens', async () => {
    const face = await startFace();
    const before = face.store.now.peek();
    await face.clock.pass(3_500);
    expect(face.store.now.peek() - before).toBe(3_000);
  });

  it('listens to the terminal, and stops listening and counting when it is ended', async () => {
    const face = await startFace();
    expect(face.fake.listeners('kiosk.watch')).toBe(1);
    face.stop();
    expect(face.fake.listeners('kiosk.watch')).toBe(0);
    expect(face.clock.timers()).toBe(0);
  });

  it('asks whether the host is there every five seconds, and only then', async () => {
    const face = await startFace();
    await face.clock.pass(60_000);
    expect(face.fake.calls.filter(({ name }) => name === 'kiosk.describe')).toHaveLength(13);
  });

  it('keeps the same screen object while only time passes', async () => {
    const face = await startFace();
    await toConsent(face);
    const before = face.store.screen.peek();
    await face.clock.pass(20_000);
    face.store.send({ type: 'touch' });
    expect(face.store.screen.peek()).toBe(before);
  });
});
