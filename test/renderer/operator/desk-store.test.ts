import { describe, expect, it } from 'vitest';
import { answer, type EntryStats, type OperatorSession, problem } from '../../../main/contract/public.ts';
import { createDeskStore } from '../../../renderer/operator/desk-store.ts';
import { buildFakeClient, type FakeAnswers } from '../../support/fake-client.ts';
import { buildFakeClock, settlePromises } from '../../support/fake-clock.ts';
import { describeKiosk, later } from '../store/face-harness.ts';

const opened: OperatorSession = {
  operator: { id: 'abc123', name: 'Asha', role: 'manager' },
  lockInMs: 120_000,
  features: { inside: true, passes: true, reveal: true, leave: true },
};
const none = { admitted: 0, referred: 0, refused: 0 };
const stats: EntryStats = {
  day: '2026-01-15',
  total: { ...none, declined: 0, notVerified: 0, fault: 0, byHand: none },
  hours: [],
  waiting: 0,
  inside: null,
};

async function startDesk(answers: FakeAnswers = {}) {
  const fake = buildFakeClient({
    'kiosk.describe': [answer(describeKiosk())],
    'operator.lock': Array(9).fill(answer({})),
    ...answers,
  });
  const clock = buildFakeClock();
  const store = createDeskStore({ client: fake.client, clock });
  store.start();
  await settlePromises();
  return { fake, clock, store, asked: () => fake.calls.map(({ name }) => name) };
}

describe('a page that is opened', () => {
  it('stands before a locked door, whatever was open before', async () => {
    const { store, asked } = await startDesk();
    expect(asked()).toEqual(['kiosk.describe', 'operator.lock']);
    expect([store.link.value, store.session.value]).toEqual(['up', undefined]);
  });

  it('asks again while the host does not answer', async () => {
    const { store, clock } = await startDesk({
      'kiosk.describe': [problem('out-of-order'), answer(describeKiosk())],
    });
    expect(store.link.value).toBe('gone');
    await clock.pass(2_000);
    expect(store.link.value).toBe('up');
  });

  it('knows when it belongs to an earlier start of the program', async () => {
    const { store } = await startDesk({
      'operator.lock': [problem('unauthenticated')],
      'operator.door': [problem('unauthenticated')],
    });
    expect(store.link.value).toBe('shut-out');
  });

  it('takes a wrong PIN for no more than that', async () => {
    const { store } = await startDesk({
      'operator.unlock': [problem('unauthenticated', { attemptsLeft: 9 })],
      'operator.door': [answer({ operators: [], setUp: false })],
    });
    const tried = await store.askAtDoor('operator.unlock', { pin: '704219' });
    expect(tried).toMatchObject({ ok: false, error: { attemptsLeft: 9 } });
    expect(store.link.value).toBe('up');
  });
});

describe('an open desk', () => {
  it('closes when an answer says that nobody has unlocked, and forgets where it was', async () => {
    const { store, fake } = await startDesk({ 'entries.stats': [problem('unauthenticated')] });
    store.unlocked(opened);
    store.go('entries', 41);
    expect(fake.listeners('kiosk.watch')).toBe(1);
    await store.ask('entries.stats', {});
    expect([store.session.value, store.place.value]).toEqual([undefined, { page: 'today' }]);
    expect(fake.listeners('kiosk.watch')).toBe(0);
  });

  it('gives no answer of one session into another', async () => {
    const slow = later<ReturnType<typeof answer<EntryStats>>>();
    const { store } = await startDesk({ 'entries.stats': [slow.promise] });
    store.unlocked(opened);
    const asked = store.ask('entries.stats', {});
    await store.lock();
    store.unlocked(opened);
    slow.arrive(answer(stats));
    expect(await asked).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    expect(store.session.value).toEqual(opened);
  });

  it('asks the core when its time is over, and closes when that says so', async () => {
    const { store, clock } = await startDesk({
      'operator.get': [answer({ ...opened, lockInMs: 9_000 }), problem('unauthenticated')],
    });
    store.unlocked(opened);
    await clock.pass(120_000);
    expect(store.session.value).toBeDefined();
    await clock.pass(9_000);
    expect(store.session.value).toBeUndefined();
  });

  it('closes when its time is over and the host is gone', async () => {
    const { store, clock } = await startDesk({ 'operator.get': [problem('out-of-order')] });
    store.unlocked(opened);
    await clock.pass(120_000);
    expect(store.session.value).toBeUndefined();
  });

  it('tells its pages what the terminal tells, until it is locked', async () => {
    const { store, fake } = await startDesk();
    store.unlocked(opened);
    const heard: unknown[] = [];
    store.events((event) => heard.push(event));
    const event = { type: 'entry', revision: 3, seq: 41, outcome: 'admitted' } as const;
    fake.emit('kiosk.watch', event);
    await store.lock();
    fake.emit('kiosk.watch', event);
    expect(heard).toEqual([event]);
  });

  it('goes in without a PIN where the first operator was just made', async () => {
    const { store } = await startDesk({ 'operator.get': [answer(opened)] });
    await store.resume();
    expect(store.session.value).toEqual(opened);
  });

  it('shows the door anew where that took too long', async () => {
    const { store } = await startDesk({ 'operator.get': [problem('unauthenticated')] });
    await store.resume();
    expect([store.session.value, store.doorVisits.value]).toEqual([undefined, 1]);
  });
});
