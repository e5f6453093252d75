/** The session of the embedded page: begun, tried again, renewed once for all calls, or over. */
import { expect, test } from 'vitest';
import { type Answer, answer, buildVisitorClient, type EmbedSession, problem } from '../../../main/contract/public.ts';
import { askToBegin, buildPageSession, narrowClient } from '../../../renderer/embed/page-session.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';
import { decided, describeKiosk } from '../store/face-harness.ts';

const first: EmbedSession = {
  token: 'token-number-one-of-the-page',
  expiresInMs: 900_000,
  purposes: ['visitor'],
  origins: ['https://shop.example.in'],
  partyName: 'Ticket shop',
};
const second: EmbedSession = { ...first, token: 'token-number-two-of-the-page' };

function start(answers: readonly Answer<EmbedSession>[], renews = true) {
  const clock = buildFakeClock();
  const queue = [...answers];
  let asked = 0;
  const session = buildPageSession({
    begin: async () => {
      asked += 1;
      return queue.shift() ?? expect.fail('the test has queued no further answer');
    },
    renews,
    clock,
  });
  return { clock, session, asked: () => asked };
}

test('a session that has begun says with each call who is calling', async () => {
  const { session } = start([answer(first)]);
  expect(session.headers()).toEqual({});
  await session.open();
  expect(session.headers()).toEqual({ authorization: `Bearer ${first.token}` });
});

test('what passes by itself is waited for, as long as the terminal says', async () => {
  const { clock, session, asked } = start([
    problem('out-of-order'),
    problem('too-many-requests', { retryAfterMs: 60_000 }),
    answer(first),
  ]);
  const opened = session.open();
  await clock.pass(5_000);
  expect(asked()).toBe(2);
  await clock.pass(59_999);
  expect(asked()).toBe(2);
  await clock.pass(1);
  await opened;
  expect(session.opened.value).toEqual(first);
  expect(session.over.value).toBeUndefined();
});

test.each(['not-found', 'invalid-input', 'forbidden'] as const)('%s leads nowhere', async (code) => {
  const { session } = start([problem(code)]);
  await session.open();
  expect(session.over.value).toBe(code);
});

/** A core that knows the second token alone. */
function callsFor(session: ReturnType<typeof start>['session']) {
  const calls: (string | undefined)[] = [];
  const transport = session.guard({
    async call() {
      const { authorization } = session.headers();
      calls.push(authorization);
      return authorization === `Bearer ${second.token}` ? answer('done') : problem('unauthenticated');
    },
    watch: () => expect.fail('the page listens to nothing'),
  });
  return { calls, transport };
}

test('calls that are nobody’s begin the session anew, together once, and are made again', async () => {
  const { session, asked } = start([answer(first), answer(second)]);
  await session.open();
  const { transport } = callsFor(session);
  const both = await Promise.all([transport.call('kiosk.describe', {}), transport.call('verification.get', {})]);
  expect(both).toEqual([answer('done'), answer('done')]);
  expect(asked()).toBe(2);
});

test('a party that is gone ends the page', async () => {
  const { session } = start([answer(first), problem('not-found')]);
  await session.open();
  const { transport } = callsFor(session);
  expect(await transport.call('kiosk.describe', {})).toEqual(problem('unauthenticated'));
  expect(session.over.value).toBe('not-found');
});

test('an invitation is for one use: nothing is begun anew', async () => {
  const { session, asked } = start([answer(first)], false);
  await session.open();
  const { transport } = callsFor(session);
  await transport.call('kiosk.describe', {});
  expect([asked(), session.over.value]).toEqual([1, 'unauthenticated']);
});

test('the page listens to nothing that is pushed', () => {
  const { session } = start([]);
  const { transport } = callsFor(session);
  expect(transport.watch('kiosk.watch', () => {})).toBeTypeOf('function');
});

test.each([
  [{ kind: 'party', begin: { party: 'k3v9x2mq' } }, 'embed.begin', { party: 'k3v9x2mq' }],
  [{ kind: 'phone', token: 't' }, 'phone.accept', { token: 't' }],
] as const)('%o asks with its own operation, and what comes is read', async (beginning, name, input) => {
  const calls: unknown[] = [];
  const ask = (came: Answer<unknown>) => {
    const call = async (...asked: unknown[]) => {
      calls.push(asked);
      return came;
    };
    return askToBegin({ call, watch: () => () => {} }, beginning);
  };
  expect(await ask(answer(first))).toEqual(answer(first));
  expect(await ask(answer({ token: 1 }))).toEqual(problem('out-of-order'));
  expect(await ask(problem('not-found'))).toEqual(problem('not-found'));
  expect(calls[0]).toEqual([name, input]);
});

test('of what the terminal says of itself only what is for this page is used, and decisions are noted', async () => {
  const { session } = start([answer(first)]);
  await session.open();
  const described = describeKiosk({ purposes: ['visitor', 'employee'], passes: ['visitor'], ownPhone: true });
  const noted: unknown[] = [];
  const transport = {
    call: async (name: string) => answer<unknown>(name === 'kiosk.describe' ? described : decided()),
    watch: () => () => {},
  };
  const client = narrowClient(buildVisitorClient(transport), session, (snapshot) => noted.push(snapshot));
  expect(await client['kiosk.describe']({})).toMatchObject({
    value: { purposes: ['visitor'], passes: [], ownPhone: false },
  });
  await client['verification.submitOtp']({ id: 'x', otp: '123456' });
  await client['verification.get']({ id: 'x' });
  expect(noted).toEqual([decided(), decided()]);
});
