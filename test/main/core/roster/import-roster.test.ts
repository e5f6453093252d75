/** An import changes the roster wholly or not at all, and says so in the log. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { payAct } from '../../../../main/core/erasure/owed-act.ts';
import { buildClock } from '../../../../main/platform/clock.ts';
import { first, inventPeople, manager, mapping, second, writeFile } from './people.ts';
import { expectValue, openRosterRig, type RosterRig } from './roster-rig.ts';

const bring = async ({ handlers }: RosterRig, people = first) =>
  handlers['roster.import'](manager, { text: writeFile(people), mapping });

const rowsOf = async ({ handlers }: RosterRig) => (await expectValue(handlers['roster.get'](manager, {}))).rows;

const countAll = ({ database }: RosterRig) =>
  database.prepare<[], number>('SELECT count(*) FROM roster_people').pluck().get();

describe('an import', () => {
  it('is a row, and tells what it changed', async () => {
    const rig = openRosterRig();
    expect(await bring(rig)).toEqual({ ok: true, value: { rows: 300, added: 300, kept: 0, removed: 0 } });
    expect(await bring(rig, second)).toEqual({ ok: true, value: { rows: 400, added: 200, kept: 200, removed: 100 } });
    expect(rig.acts()).toEqual(['roster-import 300', 'roster-import 400']);
    expect(countAll(rig)).toBe(400);
    expect(rig.faults).toEqual([]);
  });

  it('names who did it', async () => {
    const rig = openRosterRig();
    const operator = { id: 'a1b2c3', name: 'Meera', role: 'manager' } as const;
    const caller = { kind: 'operator', id: 'two', operator } as const;
    await expectValue(rig.handlers['roster.import'](caller, { text: writeFile(first), mapping }));
    const sql = 'SELECT channel, operator, reason FROM entries';
    expect(rig.database.prepare(sql).all()).toEqual([
      { channel: 'operator', operator: 'a1b2c3', reason: 'roster-import 300' },
    ]);
  });

  it.each([
    ['one bad line', `${writeFile(first)}E999,Asha,12345\n`, '300 of 301 lines can be taken'],
    ['a file that cannot be read to its end', `${writeFile(first)}E999,"Asha,12345\n`, '300 of 300 lines'],
    ['titles alone', 'id,name,mobile\n', 'no lines with people'],
  ])('comes to nothing with %s', async (_what, text, words) => {
    const rig = openRosterRig();
    await bring(rig);
    const answered = await rig.handlers['roster.import'](manager, { text, mapping });
    expect(answered).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(answered.ok ? '' : answered.error.message).toContain(words);
    expect(await rowsOf(rig)).toBe(300);
    expect(rig.acts()).toEqual(['roster-import 300']);
  });

  it.each([
    { reference: 1, name: 1, mobile: 2 },
    { reference: 2, name: 1, mobile: 2 },
  ])('never takes the name or the number for a reference: %j', async (wrong) => {
    const { handlers } = openRosterRig();
    const fields = [{ path: 'mapping', problem: 'same-column' }];
    const input = { text: writeFile(first), mapping: wrong };
    expect(await handlers['roster.import'](manager, input)).toMatchObject({ ok: false, error: { fields } });
    expect(await handlers['roster.preview'](manager, input)).toMatchObject({ ok: false, error: { fields } });
  });

  it('is one at a time; visitors and other questions have their turn meanwhile', async () => {
    const rig = openRosterRig();
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns += 1;
      if (!isDone) {
        setImmediate(count);
      }
    };
    const importing = bring(rig, inventPeople(5000)).finally(() => {
      isDone = true;
    });
    setImmediate(count);
    expect(await bring(rig, second)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await rig.handlers['roster.remove'](manager, {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
    rig.visit({ fullName: 'Bina Devi', mobileNumber: '9876543210' }, 2);
    expect(await rowsOf(rig)).toBe(0);
    expect(await importing).toMatchObject({ ok: true, value: { rows: 5000 } });
    expect(turns).toBeGreaterThan(10);
    expect(await bring(rig, second)).toMatchObject({ ok: true });
  });

  it('leaves no name and no number in any file, before, during and after', async () => {
    const rig = openRosterRig();
    const traces = (people: typeof first) =>
      readdirSync(rig.data)
        .map((name) => readFileSync(join(rig.data, name)))
        .filter((bytes) =>
          people.some(({ fullName, mobileNumber }) => [fullName, mobileNumber].some((text) => bytes.includes(text))),
        );
    const people = inventPeople(3000);
    const importing = bring(rig, people);
    await expect.poll(() => countAll(rig)).toBeGreaterThan(500);
    expect(traces(people.slice(0, 500))).toEqual([]);
    await expectValue(importing);
    expect(traces(people)).toEqual([]);
    // The references are there: otherwise the search would prove nothing.
    rig.database.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(join(rig.data, 'pravesh.db')).includes('E2999')).toBe(true);
  });
});

describe('a fault of the disk', () => {
  const failInsertAt = (count: number) => `CREATE TRIGGER fault BEFORE INSERT ON roster_people
    WHEN (SELECT count(*) FROM roster_people WHERE generation = NEW.generation) = ${count}
    BEGIN SELECT raise(ABORT, 'injected'); END`;

  it.each([
    ['at the first person', failInsertAt(0)],
    ['in the middle', failInsertAt(170)],
    ['at the last person', failInsertAt(399)],
    [
      'when it would become the roster',
      "CREATE TRIGGER fault BEFORE UPDATE ON roster BEGIN SELECT raise(ABORT, 'injected'); END",
    ],
    [
      'when its row would be owed',
      "CREATE TRIGGER fault BEFORE INSERT ON terminal_state BEGIN SELECT raise(ABORT, 'injected'); END",
    ],
  ])('%s leaves the roster that holds, and nothing of the other', async (_when, trigger) => {
    const rig = openRosterRig();
    await bring(rig);
    rig.database.exec(trigger);
    await expect(bring(rig, second)).rejects.toThrow('injected');
    expect(await rowsOf(rig)).toBe(300);
    expect(countAll(rig)).toBe(300);
    expect(rig.acts()).toEqual(['roster-import 300']);
    rig.database.exec('DROP TRIGGER fault');
    expect(await bring(rig, second)).toMatchObject({ ok: true, value: { rows: 400 } });
  });

  it('while the old one goes leaves the new one, and the next start ends it', async () => {
    const rig = openRosterRig();
    await bring(rig);
    rig.database.exec("CREATE TRIGGER fault BEFORE DELETE ON roster_people BEGIN SELECT raise(ABORT, 'injected'); END");
    expect(await bring(rig, second)).toMatchObject({ ok: true, value: { rows: 400 } });
    expect(rig.faults).toHaveLength(1);
    expect(await rowsOf(rig)).toBe(400);
    rig.database.exec('DROP TRIGGER fault');
    const again = await rig.reopen();
    await expect.poll(() => countAll(again)).toBe(400);
    expect(await rowsOf(again)).toBe(400);
  });

  it('when the row cannot be written leaves it owed, and nothing else is done before it is paid', async () => {
    const rig = openRosterRig();
    rig.failAppends();
    expect(await bring(rig)).toMatchObject({ ok: true });
    expect(await bring(rig, second)).toMatchObject({ ok: false, error: { code: 'log-unavailable' } });
    expect(await rig.handlers['roster.remove'](manager, {})).toMatchObject({
      ok: false,
      error: { code: 'log-unavailable' },
    });
    const again = await rig.reopen();
    expect(payAct(again.database, (draft) => again.append(draft) ?? 1)).toBe(true);
    expect(again.acts()).toEqual(['roster-import 300']);
    expect(await rowsOf(again)).toBe(300);
  });
});

describe('the end of the kiosk', () => {
  it('ends an import, which comes to nothing', async () => {
    const clock = buildClock();
    const held: (() => void)[] = [];
    let isHolding = false;
    // The next turn comes when the kiosk has begun to close, however quick the machine is.
    const soon = (run: () => void) => (isHolding ? held.push(run) : clock.soon(run));
    const rig = openRosterRig({ clock: { ...clock, soon } });
    await bring(rig);
    isHolding = true;
    const importing = bring(rig, inventPeople(20_000));
    const giveTurn = () => held.shift()?.();
    while ((countAll(rig) ?? 0) <= 300) {
      await expect.poll(() => held.length).toBe(1);
      giveTurn();
    }
    await expect.poll(() => held.length).toBe(1);
    const reopening = rig.reopen();
    isHolding = false;
    giveTurn();
    const again = await reopening;
    expect(await importing).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await expect.poll(() => countAll(again)).toBe(300);
    expect(await rowsOf(again)).toBe(300);
    expect(again.acts()).toEqual(['roster-import 300']);
  });
});

describe('a terminal that keeps nobody', () => {
  it('has no roster, and says why', async () => {
    const rig = openRosterRig({ identity: 'none' });
    const input = { text: writeFile(first), mapping };
    for (const answered of [
      await rig.handlers['roster.import'](manager, input),
      await rig.handlers['roster.preview'](manager, input),
      await rig.handlers['roster.get'](manager, {}),
      await rig.handlers['roster.list'](manager, {}),
      await rig.handlers['roster.coverage'](manager, {}),
    ]) {
      expect(answered).toMatchObject({
        ok: false,
        error: { code: 'conflict', message: expect.stringContaining('privacy.identity is none') },
      });
    }
    expect(await rig.handlers['roster.remove'](manager, {})).toEqual({ ok: true, value: { removed: 0 } });
  });
});
