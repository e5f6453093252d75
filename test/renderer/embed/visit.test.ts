/** What the window around the embedded page is told of a visit, and what is not told. */
import { expect, test } from 'vitest';
import { answer, problem } from '../../../main/contract/public.ts';
import type { Told } from '../../../renderer/embed/host-window.ts';
import { followVisit } from '../../../renderer/embed/visit.ts';
import { createSpeaker } from '../../../renderer/i18n/speaker.ts';
import { createFaceStore } from '../../../renderer/store/face-store.ts';
import { buildFakeClient, type FakeAnswers } from '../../support/fake-client.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';
import { awaiting, buildNotice, decided, describeKiosk } from '../store/face-harness.ts';

async function startVisit(answers: FakeAnswers = {}, description = describeKiosk()) {
  const notices = Array(5).fill(answer(buildNotice('en')));
  const fake = buildFakeClient({
    'kiosk.describe': Array(50).fill(answer(description)),
    'consent.read': notices,
    'consent.decline': [answer({ seq: 1 })],
    'verification.cancel': Array(5).fill(problem('not-found')),
    ...answers,
  });
  const clock = buildFakeClock();
  const store = createFaceStore({
    client: fake.client,
    clock,
    speaker: createSpeaker(),
    play: () => {},
    place: 'page',
  });
  const told: Told[] = [];
  const snapshot = decided({ receipt: 'a.b.c', entryId: 'entry' });
  const visit = followVisit({ store, locale: () => 'en', tell: (each) => told.push(each), decided: () => snapshot });
  store.start();
  await clock.pass(0);
  return { clock, store, visit, told, types: () => told.map(({ type }) => type) };
}

/** From the notice to the code. */
async function comeToCode({ store, clock }: Awaited<ReturnType<typeof startVisit>>): Promise<void> {
  store.send({ type: 'answer-age', adult: true });
  store.send({ type: 'agree' });
  store.send({ type: 'edit', field: 'fullName', text: 'Asha Kumari' });
  store.send({ type: 'edit', field: 'mobileNumber', text: '9876543210' });
  store.send({ type: 'send' });
  await clock.pass(0);
}

const started = { 'verification.start': [answer(awaiting())] } as const;

test('it begins with the notice by itself, and says that it is there', async () => {
  const { store, told } = await startVisit();
  expect(store.screen.value.name).toBe('consent');
  expect(told).toEqual([{ type: 'ready' }]);
});

test('a decision is told with its receipt and without the person, and stays until it is closed', async () => {
  const face = await startVisit({ ...started, 'verification.submitOtp': [answer(decided())] });
  await comeToCode(face);
  face.store.send({ type: 'edit-otp', text: '123456' });
  await face.clock.pass(3_600_000);
  expect(face.store.screen.value.name).toBe('result');
  const { id, checkCode } = decided();
  expect(face.told[1]).toEqual({
    type: 'result',
    verificationId: id,
    decision: 'admitted',
    entryId: 'entry',
    checkCode,
    receipt: 'a.b.c',
  });
  face.store.send({ type: 'done' });
  expect(face.visit.rest.value).toBe('finished');
  expect(face.types()).toEqual(['ready', 'result']);
});

test('whoever does not agree, or is too young, has cancelled: why is nobody’s business', async () => {
  for (const event of [{ type: 'decline' }, { type: 'answer-age', adult: false }] as const) {
    const face = await startVisit();
    face.store.send(event);
    expect(face.told).toEqual([{ type: 'ready' }, { type: 'cancel' }]);
    face.store.send({ type: 'done' });
    expect(face.types()).toEqual(['ready', 'cancel']);
    expect(face.visit.rest.value).toBe('finished');
  }
});

test('who leaves is not taken back in, and may begin again', async () => {
  const face = await startVisit(started);
  await comeToCode(face);
  face.store.send({ type: 'cancel' });
  await face.clock.pass(1_000);
  expect([face.store.screen.value.name, face.visit.rest.value]).toEqual(['start', 'left']);
  expect(face.types()).toEqual(['ready', 'cancel']);
  face.visit.again();
  expect(face.store.screen.value.name).toBe('consent');
});

test('a fault is told by its code; what was typed is kept for a while, and the screen for longer', async () => {
  const face = await startVisit({ 'verification.start': [problem('upstream-unavailable')] });
  await comeToCode(face);
  expect(face.told[1]).toEqual({ type: 'error', code: 'upstream-unavailable' });
  expect(JSON.stringify(face.store.state.value)).toContain('9876543210');
  await face.clock.pass(180_000);
  expect(face.store.screen.value.name).toBe('failure');
  expect(JSON.stringify(face.store.state.value)).not.toContain('9876543210');
});

test('a terminal that does not serve is told of once', async () => {
  const face = await startVisit({}, describeKiosk({ state: 'out-of-order' }));
  await face.clock.pass(600_000);
  expect(face.told).toEqual([{ type: 'ready' }, { type: 'error', code: 'out-of-order' }]);
  expect(face.visit.rest.value).toBe('beginning');
});

test('nobody there is asked after three minutes, has another one, and has then left', async () => {
  const face = await startVisit(started);
  await comeToCode(face);
  await face.clock.pass(180_000);
  expect(face.store.state.value.overlay?.kind).toBe('still-there');
  await face.clock.pass(59_000);
  expect(face.store.screen.value.name).toBe('code');
  await face.clock.pass(2_000);
  expect(face.visit.rest.value).toBe('left');
  expect(face.types()).toEqual(['ready', 'cancel']);
});

test('the language that was chosen stays after the visit', async () => {
  const face = await startVisit({}, describeKiosk({ languages: ['en', 'hi'] }));
  face.store.send({ type: 'speak', locale: 'hi' });
  face.store.send({ type: 'cancel' });
  expect(face.store.state.value.locale).toBe('hi');
});
