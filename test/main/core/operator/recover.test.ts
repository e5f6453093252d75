/** The recovery code: it lets in once, with a new PIN, and its tries are counted like those of a PIN. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client, Operator } from '../../../../main/contract/public.ts';
import type { Kiosk } from '../../../../main/core/kiosk.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';
import { addOperator, goodPin, localCaller, lockOut, readValue } from '../../../support/operators.ts';

const newPin = '739164';
const wrongCode = '0000-1111-2222-3333';

let clock: FakeClock;
let test: TestKiosk;
let kiosk: Kiosk;
let manager: Operator;
let code: string;
beforeEach(async () => {
  clock = buildFakeClock();
  test = await openTestKiosk({ ports: { clock } });
  kiosk = test.kiosk;
  manager = await addOperator(kiosk, { name: 'Meera', role: 'manager' });
  code = readValue(await kiosk.client(localCaller)['operator.recoveryCode']({})).code;
});

const page = (): Client => kiosk.client({ kind: 'kiosk', id: 'one' });
const recover = (typed: string, operator = manager.id, pin = newPin) =>
  page()['operator.recover']({ operator, code: typed, pin });
const wrong = { ok: false, error: { code: 'unauthenticated' } };
const reasons = () => test.rows().map(({ operator, reason }) => `${operator} ${reason}`);

describe('the right code', () => {
  it('opens a door that ten wrong PINs have closed, with a new PIN, and is a row', async () => {
    lockOut(test.data, manager.id);
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect(readValue(await recover(typed))).toMatchObject({ operator: { id: manager.id }, lockInMs: 120_000 });
    expect(reasons().at(-1)).toBe(`${manager.id} recover`);
    await page()['operator.lock']({});
    expect(await page()['operator.unlock']({ pin: goodPin })).toMatchObject(wrong);
    expect(await page()['operator.unlock']({ pin: newPin })).toMatchObject({ ok: true });
  });

  it('works once, also over a restart, and a new one takes its place', async () => {
    readValue(await recover(code));
    expect(await recover(code)).toMatchObject(wrong);
    kiosk = await test.reopen();
    expect(await recover(code)).toMatchObject(wrong);
    const next = readValue(await kiosk.client(localCaller)['operator.recoveryCode']({})).code;
    expect(next).not.toBe(code);
    expect(await recover(next)).toMatchObject({ ok: true });
  });

  it('works once when it is tried twice at the same time', async () => {
    const both = await Promise.all([recover(code), recover(code)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('is not spent on a PIN that is refused, nor on one who cannot make the next while nobody else can', async () => {
    expect(await recover(code, manager.id, '121212')).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'pin', problem: 'repeated' }] },
    });
    const desk = await addOperator(kiosk, { name: 'Desk' });
    lockOut(test.data, manager.id);
    expect(await recover(code, desk.id)).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'operator', problem: 'not-a-manager' }] },
    });
    expect(await recover(code)).toMatchObject({ ok: true });
  });

  it('lets in reception where a manager can make the next one', async () => {
    const desk = await addOperator(kiosk, { name: 'Desk' });
    expect(await recover(code, desk.id)).toMatchObject({ ok: true, value: { operator: { id: desk.id } } });
  });
});

describe('a wrong code', () => {
  it('is counted over restarts with waits that grow to a quarter of an hour, and never locks out', async () => {
    const waits: (number | undefined)[] = [];
    for (let tried = 0; tried < 12; tried += 1) {
      const answered = await recover(wrongCode);
      waits.push(answered.ok ? undefined : answered.error.retryAfterMs);
      if (tried === 4) {
        kiosk = await test.reopen();
        expect(await recover(code)).toMatchObject({ error: { code: 'too-many-requests', retryAfterMs: 20_000 } });
      }
      clock.advance(15 * 60_000);
    }
    const seconds = waits.map((wait) => wait && wait / 1000);
    expect(seconds).toEqual([undefined, undefined, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
    expect(reasons().at(-1)).toBe(`${manager.id} recover-failed`);
    expect(await recover(code)).toMatchObject({ ok: true });
  });

  it('is turned away alike where there is no code, or nobody of that name', async () => {
    expect(await recover(code, 'nobody')).toMatchObject(wrong);
    readValue(await recover(code));
    expect(await recover(wrongCode)).toMatchObject(wrong);
  });

  it('of a form that no code has is a slip, and not counted', async () => {
    for (const typed of ['ABCD', 'U'.repeat(16), '0'.repeat(17)]) {
      expect(await recover(typed)).toMatchObject({ error: { code: 'invalid-input', fields: [{ path: 'code' }] } });
    }
    expect(reasons()).toHaveLength(2);
  });
});

describe('asking for another', () => {
  it('makes the code before worth nothing', async () => {
    await kiosk.client(localCaller)['operator.recoveryCode']({});
    expect(await recover(code)).toMatchObject(wrong);
  });
});
