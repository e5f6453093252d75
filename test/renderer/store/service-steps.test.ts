import { describe, expect, it } from 'vitest';
import { answer, problem, type ServiceState } from '../../../main/contract/public.ts';
import { firstState } from '../../../renderer/store/face-state.ts';
import type { Step } from '../../../renderer/store/moves.ts';
import { coverOf } from '../../../renderer/store/service-steps.ts';
import { step } from '../../../renderer/store/step.ts';
import {
  awaiting,
  buildNotice,
  describeKiosk,
  type FaceHarness,
  later,
  startFace,
  toCode,
  toDetails,
  typeDetails,
} from './face-harness.ts';

const cover = (face: FaceHarness) => coverOf(face.store.state.peek());

function tell(face: FaceHarness, revision: number, state: ServiceState): void {
  face.fake.emit('kiosk.watch', { type: 'health', revision, state });
}

describe('the health of the terminal', () => {
  it('is told as it comes, and out of order mends itself', async () => {
    const face = await startFace();
    tell(face, 1, 'out-of-order');
    expect(cover(face)).toBe('out-of-order');
    tell(face, 2, 'in-service');
    expect(cover(face)).toBeUndefined();
  });

  it('is not told by an older word of it', async () => {
    const face = await startFace();
    tell(face, 5, 'out-of-order');
    tell(face, 4, 'in-service');
    tell(face, 5, 'in-service');
    expect(cover(face)).toBe('out-of-order');
  });

  it('sends who has not sent anything yet to a person, and wipes what they typed', async () => {
    const face = await startFace();
    await toDetails(face);
    face.store.send({ type: 'edit', field: 'fullName', text: 'Asha' });
    tell(face, 1, 'out-of-order');
    expect(cover(face)).toBe('out-of-order');
    expect(JSON.stringify(face.store.state.peek())).not.toContain('Asha');
  });

  it('lets a visit that is under way come to its end', async () => {
    const face = await startFace();
    await toCode(face);
    tell(face, 1, 'out-of-order');
    face.on('code');
    expect(cover(face)).toBeUndefined();
  });
});

describe('staff', () => {
  it('say to visitors why the terminal is out of order', async () => {
    const face = await startFace();
    face.fake.emit('kiosk.watch', { type: 'health', revision: 1, state: 'out-of-order', message: 'Back at 10.' });
    expect(face.store.description.peek()?.message).toBe('Back at 10.');
    tell(face, 2, 'in-service');
    expect(face.store.description.peek()?.message).toBeUndefined();
  });

  it('begin a visit on the screen that waits, in a language and for a purpose', async () => {
    const described = describeKiosk({ purposes: ['visitor', 'employee'] });
    const face = await startFace({ 'consent.read': [answer(buildNotice('hi'))] }, described);
    face.fake.emit('kiosk.watch', { type: 'begin', revision: 1, locale: 'hi', purpose: 'employee' });
    face.on('consent');
    expect(face.store.state.peek()).toMatchObject({ locale: 'hi', screen: { draft: { purpose: 'employee' } } });
  });

  it('disturb no visit that is under way, and begin none for a purpose that is not offered', async () => {
    const face = await startFace({ 'consent.read': [answer(buildNotice('en'))] });
    face.fake.emit('kiosk.watch', { type: 'begin', revision: 1, purpose: 'nobody' });
    expect(face.store.state.peek()).toMatchObject({ locale: 'en', screen: { draft: { purpose: undefined } } });
    face.fake.emit('kiosk.watch', { type: 'begin', revision: 2, locale: 'hi' });
    expect(face.store.state.peek().locale).toBe('en');
  });
});

describe('the host', () => {
  it('is waited for at the beginning, and asked again until it answers', async () => {
    const face = await startFace({ 'kiosk.describe': [problem('out-of-order'), answer(describeKiosk())] });
    expect(cover(face)).toBe('moment');
    await face.clock.pass(2_000);
    expect(cover(face)).toBeUndefined();
    face.on('start');
  });

  it('that vanishes brings a still page; what was typed is there again when it comes back', async () => {
    const up = answer(describeKiosk());
    const face = await startFace({ 'kiosk.describe': [up, problem('out-of-order'), problem('out-of-order'), up] });
    await toDetails(face);
    face.store.send({ type: 'edit', field: 'fullName', text: 'Asha' });
    await face.clock.pass(5_000);
    expect(cover(face)).toBe('moment');
    await face.clock.pass(4_000);
    expect(cover(face)).toBeUndefined();
    expect(face.on('details').draft.fullName).toBe('Asha');
  });

  it('that comes back is listened to anew, once: a broken stream does not always mend itself', () => {
    const answered = (ticket: number) =>
      ({ type: 'answered', name: 'kiosk.describe', ticket, answer: answer(describeKiosk()) }) as const;
    const listens = ({ effects }: Step) => effects.filter(({ kind }) => kind === 'listen').length;
    const first = step(step(firstState, { type: 'tick' }, 0).state, answered(1), 0);
    const second = step(step(first.state, { type: 'tick' }, 10_000).state, answered(2), 10_000);
    const lost = { ...second.state, service: { ...second.state.service, link: 'lost' } } as const;
    const back = step(step(lost, { type: 'tick' }, 20_000).state, answered(3), 20_000);
    expect([first, second, back].map(listens)).toEqual([1, 0, 1]);
  });

  it('leaves one listener, however often it comes back', async () => {
    const up = answer(describeKiosk());
    const down = problem('out-of-order');
    const face = await startFace({ 'kiosk.describe': [up, down, up, down, up] });
    await face.clock.pass(14_000);
    expect(face.fake.listeners('kiosk.watch')).toBe(1);
  });

  it('that comes back counts its revisions anew', async () => {
    const up = answer(describeKiosk());
    const face = await startFace({ 'kiosk.describe': [up, problem('out-of-order'), up] });
    tell(face, 9, 'impaired');
    await face.clock.pass(7_000);
    tell(face, 1, 'out-of-order');
    expect(cover(face)).toBe('out-of-order');
  });

  it('that hangs is given up after ten seconds, and its late answer is ignored', async () => {
    const late = later<ReturnType<typeof answer<ReturnType<typeof describeKiosk>>>>();
    const face = await startFace({
      'kiosk.describe': [answer(describeKiosk()), late.promise, later<never>().promise],
    });
    await face.clock.pass(15_000);
    expect(cover(face)).toBe('moment');
    late.arrive(answer(describeKiosk()));
    await face.settle();
    expect(cover(face)).toBe('moment');
  });

  it('that does not know this page any more ends the visit with a fault, and all that follow with the way to a person', async () => {
    const face = await startFace({ 'verification.start': [problem('unauthenticated')] });
    await toDetails(face);
    typeDetails(face);
    face.store.send({ type: 'send' });
    await face.settle();
    expect(face.on('failure').code).toBe('unauthenticated');
    face.store.send({ type: 'done' });
    await face.clock.pass(10_000);
    expect(cover(face)).toBe('out-of-order');
    face.store.send({ type: 'begin', locale: 'en' });
    face.on('start');
  });

  it('that has vanished does not keep what was typed from being wiped', async () => {
    const down = problem('out-of-order');
    const face = await startFace({
      'kiosk.describe': [answer(describeKiosk()), ...Array(100).fill(down)],
      'verification.start': [answer(awaiting())],
      'verification.cancel': [down],
    });
    await toCode(face);
    await face.clock.pass(65_000);
    face.on('start');
    expect(cover(face)).toBe('moment');
  });
});
