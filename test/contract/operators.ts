/** The door of the operators, alike over every way: who has unlocked, where, and until when. */
import { describe, expect, it } from 'vitest';
import { buildClient, callNames, operations } from '../../main/contract/public.ts';
import type { Connect } from '../support/connections.ts';
import { addOperator, goodPin, localCaller, unlockAs, wrongPin } from '../support/operators.ts';
import { openWorld, readValue } from './world.ts';

const locked = { ok: false, error: { code: 'unauthenticated' } };

/** The calls that are for operators alone. */
const operatorCalls = callNames.filter((name) => {
  const callers: readonly string[] = operations[name].callers;
  return callers.includes('operator') && !callers.includes('kiosk') && !callers.includes('public');
});

/** Those of them that are for managers. */
const managerCalls = operatorCalls.filter((name) => 'role' in operations[name]);

/** Runs the suite over one way. */
export function describeOperators(connect: Connect): void {
  describe('an operator', () => {
    describeDoor(connect);
    describePage(connect);
  });
}

function describeDoor(connect: Connect): void {
  it('unlocks with a PIN, is who they are, and is nobody after locking', async () => {
    const { client, connection, kiosk, rows } = await openWorld(connect);
    const { operator } = await unlockAs(kiosk, client, 'manager');
    expect(readValue(await client['operator.get']({})).operator).toEqual(operator);
    expect(readValue(await client['health.get']({})).state).toBe('in-service');
    expect(readValue(await client['operator.touch']({})).lockInMs).toBeGreaterThan(100_000);
    readValue(await client['operator.lock']({}));
    const before = rows();
    for (const name of operatorCalls) {
      expect([name, await connection.transport.call(name, {})]).toMatchObject([name, locked]);
    }
    expect(rows()).toEqual(before);
  });

  it('is told what is wrong with a PIN, in all its parts', async () => {
    const { client, kiosk } = await openWorld(connect);
    const { id } = await addOperator(kiosk);
    const wrong = () => client['operator.unlock']({ operator: id, pin: wrongPin });
    expect(await wrong()).toMatchObject({ ...locked, error: { attemptsLeft: 9 } });
    expect(await wrong()).toMatchObject({ ...locked, error: { attemptsLeft: 8 } });
    expect(await wrong()).toMatchObject({ ...locked, error: { attemptsLeft: 7, retryAfterMs: expect.any(Number) } });
    expect(await client['operator.unlock']({ operator: id, pin: goodPin })).toMatchObject({
      ok: false,
      error: { code: 'too-many-requests', retryAfterMs: expect.any(Number) },
    });
  });

  it('is in the log with every act, and no PIN is anywhere', async () => {
    const { client, kiosk, rows, log } = await openWorld(connect);
    const { id } = await addOperator(kiosk);
    await client['operator.unlock']({ pin: wrongPin });
    await client['operator.unlock']({ pin: goodPin });
    await client['operator.lock']({});
    const acts = rows().map(({ operator, reason, channel, outcome }) => [operator, reason, channel, outcome].join(' '));
    expect(acts).toEqual([
      `local operator-add ${id} reception operator act`,
      `${id} unlock-failed operator act`,
      `${id} unlock operator act`,
      `${id} lock operator act`,
    ]);
    const written = [...log, ...rows().map((row) => JSON.stringify(row))].join('\n');
    expect(written).not.toContain(goodPin);
    expect(written).not.toContain(wrongPin);
  });
}

function describePage(connect: Connect): void {
  it('has unlocked one page, and no other', async () => {
    const { client, kiosk, connection } = await openWorld(connect);
    await unlockAs(kiosk, client, 'manager');
    const another = await connection.openAnother?.();
    const others = [
      kiosk.client({ kind: 'kiosk', id: 'somebody else' }),
      ...(another === undefined ? [] : [buildClient(another)]),
    ];
    for (const other of others) {
      expect(await other['operator.get']({})).toMatchObject(locked);
      expect(await other['entries.list']({})).toMatchObject(locked);
    }
    expect(await client['entries.list']({})).toMatchObject({ ok: true });
  });

  it('of reception may not do what is for managers', async () => {
    const { client, connection, kiosk, rows } = await openWorld(connect);
    await unlockAs(kiosk, client, 'reception');
    const before = rows();
    expect(managerCalls.length).toBeGreaterThan(5);
    for (const name of managerCalls) {
      const answered = await connection.transport.call(name, { id: 'abc123', seq: 1 });
      expect([name, answered]).toMatchObject([name, { ok: false, error: { code: 'forbidden' } }]);
    }
    expect(rows()).toEqual(before);
  });

  it('loses the page with the PIN', async () => {
    const { client, kiosk } = await openWorld(connect);
    const { operator } = await unlockAs(kiosk, client, 'reception');
    await kiosk.client(localCaller)['operator.reset']({ id: operator.id, pin: '739164' });
    expect(await client['entries.list']({})).toMatchObject(locked);
  });
}
