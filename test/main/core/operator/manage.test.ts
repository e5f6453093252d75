/** Operators are added, disabled and reset, each with its row; a manager who can unlock always stays. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../../main/contract/public.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';
import { addOperator, goodPin, localCaller, lockOut, readValue, unlockAs } from '../../../support/operators.ts';

let test: TestKiosk;
let desk: Client;
let window: Client;
beforeEach(async () => {
  test = await openTestKiosk();
  desk = test.kiosk.client(localCaller);
  window = test.kiosk.client({ kind: 'kiosk', id: 'one' });
});

const refused = (problem: string) => ({ error: { code: 'invalid-input', fields: [{ path: 'pin', problem }] } });
const conflict = { ok: false, error: { code: 'conflict' } };
const reasons = () => test.rows().map(({ operator, reason }) => `${operator} ${reason}`);

describe('a new operator', () => {
  it('has an identifier of no meaning, and a row', async () => {
    const made = readValue(await desk['operator.add']({ name: 'Meera', role: 'manager', pin: goodPin }));
    expect(made).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      name: 'Meera',
      role: 'manager',
      state: 'active',
      since: expect.stringMatching(/Z$/),
    });
    expect(readValue(await desk['operator.list']({})).operators).toEqual([made]);
    expect(reasons()).toEqual([`local operator-add ${made.id} manager`]);
  });

  it.each([
    ['147258', 'too-common'],
    ['234567', 'a-run'],
    ['787878', 'repeated'],
    ['150890', 'a-date'],
    ['12345', 'not-allowed'],
  ])('gets no PIN like %s', async (pin, word) => {
    expect(await desk['operator.add']({ name: 'Meera', role: 'manager', pin })).toMatchObject(refused(word));
    expect(reasons()).toEqual([]);
  });

  it('has a name of their own among those who may unlock, also when two are added at once', async () => {
    const both = await Promise.all(
      ['Meera  Rao', 'MEERA RAO'].map((name) => desk['operator.add']({ name, role: 'manager', pin: goodPin })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject(conflict);
    expect(reasons()).toHaveLength(1);
  });

  it('stands in the row under who added them', async () => {
    const { operator } = await unlockAs(test.kiosk, window, 'manager');
    const made = readValue(await window['operator.add']({ name: 'Ravi', role: 'reception', pin: goodPin }));
    expect(reasons().at(-1)).toBe(`${operator.id} operator-add ${made.id} reception`);
  });
});

describe('disabling', () => {
  it('ends what an operator may do, once', async () => {
    const { id } = await addOperator(test.kiosk);
    expect(readValue(await desk['operator.disable']({ id }))).toMatchObject({ id, state: 'disabled' });
    expect(readValue(await desk['operator.disable']({ id }))).toMatchObject({ id, state: 'disabled' });
    expect(reasons().slice(1)).toEqual([`local operator-disable ${id}`]);
    expect(readValue(await window['operator.door']({})).operators).toEqual([]);
    expect(await desk['operator.disable']({ id: 'nobody' })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('leaves the last manager who can unlock', async () => {
    const one = await addOperator(test.kiosk, { name: 'One', role: 'manager' });
    expect(await desk['operator.disable']({ id: one.id })).toMatchObject(conflict);
    const two = await addOperator(test.kiosk, { name: 'Two', role: 'manager' });
    lockOut(test.data, two.id);
    expect(await desk['operator.disable']({ id: one.id })).toMatchObject(conflict);
    expect(await desk['operator.disable']({ id: two.id })).toMatchObject({ ok: true });
  });
});

describe('a new PIN', () => {
  it('lets in again who was locked out or disabled, and nobody with the old one', async () => {
    const { id } = await addOperator(test.kiosk);
    lockOut(test.data, id);
    expect(await window['operator.unlock']({ pin: goodPin })).toMatchObject({ error: { code: 'locked-out' } });
    expect(readValue(await desk['operator.reset']({ id, pin: '739164' }))).toMatchObject({ id, state: 'active' });
    await desk['operator.disable']({ id });
    expect(readValue(await desk['operator.reset']({ id, pin: '640382' }))).toMatchObject({ id, state: 'active' });
    expect(await window['operator.unlock']({ pin: goodPin })).toMatchObject({ error: { attemptsLeft: 9 } });
    expect(await window['operator.unlock']({ pin: '640382' })).toMatchObject({ ok: true });
  });

  it('is judged as the first one, and brings nobody back whose name another has', async () => {
    const { id } = await addOperator(test.kiosk, { name: 'Meera' });
    expect(await desk['operator.reset']({ id, pin: '123123' })).toMatchObject(refused('repeated'));
    expect(await desk['operator.reset']({ id: 'nobody', pin: goodPin })).toMatchObject({
      error: { code: 'not-found' },
    });
    await desk['operator.disable']({ id });
    await addOperator(test.kiosk, { name: 'meera' });
    expect(await desk['operator.reset']({ id, pin: goodPin })).toMatchObject(conflict);
  });
});
