/** The door (O1): every try is counted on the disk, waits grow, ten close it, and a restart forgets none of it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Client, Operator, OperatorSession } from '../../../../main/contract/public.ts';
import type { Kiosk } from '../../../../main/core/kiosk.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { buildListLogger } from '../../../support/http-host.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';
import { addOperator, goodPin, localCaller, readValue, wrongPin } from '../../../support/operators.ts';

let clock: FakeClock;
let test: TestKiosk;
let kiosk: Kiosk;
let log: string[];
let desk: Operator;
beforeEach(async () => {
  clock = buildFakeClock();
  log = [];
  test = await openTestKiosk({ ports: { clock, logger: buildListLogger(log) } });
  kiosk = test.kiosk;
  desk = await addOperator(kiosk);
});

const at = (window: string): Client => kiosk.client({ kind: 'kiosk', id: window });
const unlock = (pin: string, window = 'one', operator = desk.id): Promise<Answer<OperatorSession>> =>
  at(window)['operator.unlock']({ operator, pin });
const acts = () => test.rows().map(({ operator, reason }) => `${operator} ${reason}`);

/** Wrong tries, each after its wait. */
async function fail(times: number): Promise<Answer<OperatorSession> | undefined> {
  let last: Answer<OperatorSession> | undefined;
  for (let tried = 0; tried < times; tried += 1) {
    last = await unlock(wrongPin);
    clock.advance(15 * 60_000);
  }
  return last;
}

describe('the right PIN', () => {
  it('opens a page of two minutes, and is a row', async () => {
    const session = readValue(await unlock(goodPin));
    expect(session).toEqual({
      operator: { id: desk.id, name: 'Desk', role: 'reception' },
      lockInMs: 120_000,
      features: { inside: false, passes: false, reveal: false, leave: false },
    });
    expect(readValue(await at('one')['operator.get']({}))).toEqual(session);
    expect(await at('two')['operator.get']({})).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    expect(acts()).toEqual([`local operator-add ${desk.id} reception`, `${desk.id} unlock`]);
  });

  it('may be typed in the digits of any script', async () => {
    expect(await unlock('४८२९१५')).toMatchObject({ ok: true });
  });

  it('need not say whose it is where there is one operator, and must where there are more', async () => {
    expect(await at('one')['operator.unlock']({ pin: goodPin })).toMatchObject({ ok: true });
    await addOperator(kiosk, { name: 'Second' });
    expect(await at('one')['operator.unlock']({ pin: goodPin })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'operator', problem: 'missing' }] },
    });
  });

  it('forgets the wrong tries before it', async () => {
    await fail(3);
    expect(await unlock(goodPin)).toMatchObject({ ok: true });
    expect(await unlock(wrongPin)).toMatchObject({ error: { code: 'unauthenticated', attemptsLeft: 9 } });
  });
});

describe('a wrong PIN', () => {
  it('says how many tries are left and how long to wait, and is a row', async () => {
    expect(await unlock(wrongPin)).toEqual({
      ok: false,
      error: { code: 'unauthenticated', message: 'The caller is not known', attemptsLeft: 9 },
    });
    await unlock(wrongPin);
    expect(await unlock(wrongPin)).toMatchObject({ error: { attemptsLeft: 7, retryAfterMs: 5_000 } });
    expect(acts().slice(1)).toEqual(Array.from({ length: 3 }, () => `${desk.id} unlock-failed`));
  });

  it('counts wherever it is typed: two windows, two tries', async () => {
    const answers = await Promise.all([unlock(wrongPin, 'one'), unlock(wrongPin, 'two')]);
    const left = answers.map((answered) => (answered.ok ? undefined : answered.error.attemptsLeft));
    expect(left.sort()).toEqual([8, 9]);
    expect(await unlock(wrongPin, 'three')).toMatchObject({ error: { attemptsLeft: 7 } });
    expect(await unlock(goodPin, 'four')).toMatchObject({ error: { code: 'too-many-requests', retryAfterMs: 5_000 } });
  });

  it('is not judged in the wait, nor counted', async () => {
    await unlock(wrongPin);
    await unlock(wrongPin);
    await unlock(wrongPin);
    for (const pin of [goodPin, wrongPin, wrongPin]) {
      expect(await unlock(pin)).toMatchObject({ error: { code: 'too-many-requests', retryAfterMs: 5_000 } });
    }
    clock.advance(5_000);
    expect(await unlock(wrongPin)).toMatchObject({ error: { attemptsLeft: 6, retryAfterMs: 10_000 } });
    expect(acts()).toHaveLength(5);
  });

  it('waits through a restart, and through a clock that is set', async () => {
    await unlock(wrongPin);
    await unlock(wrongPin);
    await unlock(wrongPin);
    clock.jump(3_600_000);
    expect(await unlock(goodPin)).toMatchObject({ error: { retryAfterMs: 5_000 } });
    clock.jump(-7_200_000);
    kiosk = await test.reopen();
    expect(await unlock(goodPin)).toMatchObject({ error: { retryAfterMs: 5_000 } });
    clock.advance(5_000);
    expect(await unlock(wrongPin)).toMatchObject({ error: { attemptsLeft: 6 } });
  });

  it('locks out the tenth time in a row, over restarts, and then no PIN is judged', async () => {
    await fail(6);
    kiosk = await test.reopen();
    expect(await fail(3)).toMatchObject({ error: { attemptsLeft: 1 } });
    expect(await unlock(wrongPin)).toMatchObject({ ok: false, error: { code: 'locked-out' } });
    kiosk = await test.reopen();
    clock.advance(24 * 3_600_000);
    expect(await unlock(goodPin)).toMatchObject({ ok: false, error: { code: 'locked-out' } });
    const { operators } = readValue(await kiosk.client(localCaller)['operator.list']({}));
    expect(operators).toMatchObject([{ id: desk.id, state: 'locked-out' }]);
    expect(acts().filter((act) => act.endsWith('unlock-failed'))).toHaveLength(10);
    expect(readValue(await kiosk.client(localCaller)['health.get']({})).checks).toContainEqual(
      expect.objectContaining({ name: 'operators', ok: false, detail: '0 can unlock, 1 locked out' }),
    );
  });

  it('of a form that no PIN has is a slip, and not counted', async () => {
    for (const pin of ['', '12345', '1234567890123', '48291a', 'x'.repeat(40)]) {
      expect(await unlock(pin)).toMatchObject({ error: { code: 'invalid-input', fields: [{ path: 'pin' }] } });
    }
    expect(await unlock(wrongPin)).toMatchObject({ error: { attemptsLeft: 9 } });
  });
});

describe('an operator who is not there', () => {
  it('is answered as a wrong PIN, with a row, and soon with a wait', async () => {
    await addOperator(kiosk, { name: 'Manager', role: 'manager' });
    const gone = await addOperator(kiosk, { name: 'Gone' });
    await kiosk.client(localCaller)['operator.disable']({ id: gone.id });
    for (const operator of ['nobody', gone.id, 'nobody']) {
      expect(await unlock(goodPin, 'one', operator)).toMatchObject({ error: { code: 'unauthenticated' } });
    }
    expect(await unlock(goodPin, 'one', 'nobody')).toMatchObject({ error: { code: 'too-many-requests' } });
    expect(acts().slice(-3)).toEqual(['nobody unlock-failed', `${gone.id} unlock-failed`, 'nobody unlock-failed']);
    // The wait is of those who are not there alone.
    expect(await unlock(goodPin)).toMatchObject({ ok: true });
  });
});

describe('what is said of it elsewhere', () => {
  it('holds no PIN', async () => {
    await unlock(wrongPin);
    await unlock(goodPin);
    const written = [...log, ...test.rows().map((row) => JSON.stringify(row))].join('\n');
    expect(written).not.toContain(goodPin);
    expect(written).not.toContain(wrongPin);
  });

  it('is told to open pages as an entry, and to no other', async () => {
    await unlock(goodPin, 'one');
    const heard: string[] = [];
    for (const window of ['one', 'two']) {
      at(window)['kiosk.watch'](({ type }) => heard.push(`${window} ${type}`));
    }
    await unlock(wrongPin, 'three');
    expect(heard).toEqual(['one health', 'two health', 'one entry']);
    await at('one')['operator.lock']({});
    await unlock(wrongPin, 'three');
    expect(heard).toEqual(['one health', 'two health', 'one entry']);
  });
});
