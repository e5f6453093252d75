/** How a terminal gets its first operator, and DEMO its own. */
import { describe, expect, it } from 'vitest';
import type { Kiosk } from '../../../../main/core/kiosk.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';
import { addOperator, goodPin, localCaller, readValue } from '../../../support/operators.ts';

const at = (kiosk: Kiosk, id = 'one') => kiosk.client({ kind: 'kiosk', id });
const first = { name: 'Meera', pin: goodPin };
const conflict = { ok: false, error: { code: 'conflict' } };

describe('a terminal without operators', () => {
  it('makes a manager and a recovery code on its own screen, and opens the page', async () => {
    const { kiosk, rows } = await openTestKiosk();
    expect(readValue(await at(kiosk)['operator.door']({}))).toEqual({ operators: [], setUp: true });
    const { operator, recoveryCode } = readValue(await at(kiosk)['operator.begin'](first));
    expect(operator).toMatchObject({ name: 'Meera', role: 'manager', state: 'active' });
    expect(readValue(await at(kiosk)['operator.get']({})).operator.id).toBe(operator.id);
    const reasons = [`operator-add ${operator.id} manager`, 'recovery-code', 'unlock'];
    expect(rows()).toMatchObject(reasons.map((reason) => ({ reason, operator: operator.id })));
    expect(readValue(await at(kiosk)['operator.door']({}))).toEqual({
      operators: [{ id: operator.id, name: 'Meera' }],
      setUp: false,
    });
    const recovered = await at(kiosk)['operator.recover']({ code: recoveryCode, pin: '739164' });
    expect(recovered).toMatchObject({ ok: true });
  });

  it('does so once, also when two windows are quick', async () => {
    const { kiosk } = await openTestKiosk();
    const both = await Promise.all(['one', 'two'].map((id) => at(kiosk, id)['operator.begin'](first)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await at(kiosk)['operator.begin'](first)).toMatchObject(conflict);
  });

  it('does so in its first quarter of an hour, and again after a restart', async () => {
    const clock = buildFakeClock();
    const { kiosk, reopen } = await openTestKiosk({ ports: { clock } });
    clock.advance(15 * 60_000);
    expect(readValue(await at(kiosk)['operator.door']({})).setUp).toBe(false);
    expect(await at(kiosk)['operator.begin'](first)).toMatchObject(conflict);
    expect(await at(await reopen())['operator.begin'](first)).toMatchObject({ ok: true });
  });

  it('takes no PIN that is easy to guess', async () => {
    const { kiosk } = await openTestKiosk();
    expect(await at(kiosk)['operator.begin']({ ...first, pin: '654321' })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'pin', problem: 'a-run' }] },
    });
    expect(readValue(await at(kiosk)['operator.door']({})).setUp).toBe(true);
  });

  it('has nobody to let in', async () => {
    const { kiosk } = await openTestKiosk();
    expect(await at(kiosk)['operator.unlock']({ pin: goodPin })).toMatchObject({ error: { code: 'invalid-input' } });
    expect(readValue(await kiosk.client(localCaller)['health.get']({})).checks).toContainEqual(
      expect.objectContaining({ name: 'operators', ok: false, todo: expect.stringContaining('Add an operator') }),
    );
  });
});

describe('a demonstration', () => {
  it('has a manager whose PIN the door tells, and no row of it', async () => {
    const { kiosk, rows } = await openTestKiosk({ settings: { demo: true } });
    const door = readValue(await at(kiosk)['operator.door']({}));
    expect(door).toEqual({ operators: [{ id: 'demo01', name: 'Demo desk' }], setUp: false, demoPin: '704218' });
    expect(rows().filter(({ channel }) => channel === 'operator')).toEqual([]);
    const session = readValue(await at(kiosk)['operator.unlock']({ pin: door.demoPin ?? '' }));
    expect(session.operator).toMatchObject({ role: 'manager' });
  });

  it('tells no PIN that is not theirs any more, until it starts anew', async () => {
    const { kiosk, reopen } = await openTestKiosk({ settings: { demo: true } });
    await kiosk.client(localCaller)['operator.reset']({ id: 'demo01', pin: goodPin });
    expect(readValue(await at(kiosk)['operator.door']({})).demoPin).toBeUndefined();
    const again = await reopen();
    expect(readValue(await at(again)['operator.door']({})).demoPin).toBe('704218');
    expect(await at(again)['operator.unlock']({ pin: '704218' })).toMatchObject({ ok: true });
  });

  it('is the only one that tells a PIN', async () => {
    const { kiosk } = await openTestKiosk();
    await addOperator(kiosk);
    expect(readValue(await at(kiosk)['operator.door']({}))).not.toHaveProperty('demoPin');
  });
});
