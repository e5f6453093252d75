/** Who is verified is what the log holds at this moment, however large it is and whatever was erased. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchUp } from '../../../../main/core/entry-index/catch-up.ts';
import { emptyIndex } from '../../../../main/core/entry-index/mend.ts';
import { eraseOnRequest } from '../../../../main/core/erasure/erase-on-request.ts';
import { buildClock } from '../../../../main/platform/clock.ts';
import { buildSettings } from '../../../support/settings.ts';
import { inventPeople, inventPerson, manager, mapping, siteKey, writeFile } from './people.ts';
import { expectValue, openRosterRig, type RosterRig } from './roster-rig.ts';

const staff = inventPeople(20);
const [asha, bina, chitra] = [inventPerson(0), inventPerson(1), inventPerson(2)];

async function openWithStaff(): Promise<RosterRig> {
  const rig = openRosterRig();
  await expectValue(rig.handlers['roster.import'](manager, { text: writeFile(staff), mapping }));
  return rig;
}

const stateOf = ({ handlers }: RosterRig) => expectValue(handlers['roster.get'](manager, {}));

describe('the coverage', () => {
  it('counts who has a status from the upstream, by the newest', async () => {
    const rig = await openWithStaff();
    expect(await stateOf(rig)).toMatchObject({ rows: 20, verified: 0, missing: 20 });
    rig.visit(asha, 0);
    rig.visit(bina, 1);
    rig.visit({ ...chitra, fullName: chitra.fullName.toUpperCase() }, 2);
    rig.visit({ ...inventPerson(4), fullName: 'Somebody Else', mobileNumber: '9876543210' }, 2);
    expect(await stateOf(rig)).toMatchObject({ verified: 3, missing: 17, byStatus: { 0: 1, 1: 1, 2: 1 } });
    rig.visit(asha, 2);
    expect(await stateOf(rig)).toMatchObject({ verified: 3, missing: 17, byStatus: { 0: 0, 1: 1, 2: 2 } });
  });

  it('counts no visit without a status, and nobody who only shares a number', async () => {
    const rig = await openWithStaff();
    rig.append({ outcome: 'not-verified', channel: 'kiosk', purpose: 'visitor', person: asha });
    rig.append({ outcome: 'admitted', channel: 'operator', purpose: 'visitor', operator: 'a1b2c3' });
    rig.visit({ fullName: 'Another Name', mobileNumber: bina.mobileNumber }, 2);
    expect(await stateOf(rig)).toMatchObject({ verified: 0 });
  });

  it('knows visits of before the roster', async () => {
    const rig = openRosterRig();
    rig.visit(asha, 2);
    await expectValue(rig.handlers['roster.import'](manager, { text: writeFile(staff), mapping }));
    expect(await stateOf(rig)).toMatchObject({ verified: 1 });
  });

  it('is the same with the index complete, partly there, or gone', async () => {
    const rig = await openWithStaff();
    for (const person of staff.slice(0, 6)) {
      rig.visit(person, 2);
    }
    catchUp(rig.database, 3);
    expect(await stateOf(rig)).toMatchObject({ verified: 6 });
    catchUp(rig.database);
    rig.visit(inventPerson(7), 1);
    const complete = await rig.reopen();
    expect(await stateOf(complete)).toMatchObject({ verified: 7 });
    emptyIndex(complete.database);
    expect(await stateOf(await complete.reopen())).toMatchObject({ verified: 7 });
  });

  it('agrees with the log, row by row, after any visits', async () => {
    const visits = fc.array(fc.tuple(fc.nat({ max: 24 }), fc.constantFrom(0 as const, 1 as const, 2 as const)), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(visits, { maxLength: 3 }), async (rounds) => {
        const rig = await openWithStaff();
        const newest = new Map<string, number>();
        for (const round of rounds) {
          for (const [index, status] of round) {
            const person = inventPerson(index);
            rig.visit(person, status);
            newest.set(person.reference, status);
          }
          const { people: told } = await expectValue(rig.handlers['roster.list'](manager, { limit: 200, after: 'D' }));
          expect(told.map(({ reference, status }) => [reference, status])).toEqual(
            staff.map(({ reference }) => [reference, newest.get(reference) ?? null]).toSorted(),
          );
        }
        await rig.roster.close();
      }),
      { numRuns: 15 },
    );
  });
});

describe('who is erased on request', () => {
  const erase = ({ database, append }: RosterRig, order: { mobileNumber: string; fullName?: string }) =>
    eraseOnRequest(
      { database, settings: buildSettings(), siteKey, append: (draft) => append(draft) ?? 1, clock: buildClock() },
      { ...order, reason: 'asked for it', override: true },
    );

  it('is verified no longer, and in the roster no longer', async () => {
    const rig = await openWithStaff();
    rig.visit(asha, 2);
    rig.visit(bina, 2);
    expect(await stateOf(rig)).toMatchObject({ rows: 20, verified: 2 });
    const { fullName, mobileNumber } = asha;
    expect(erase(rig, { fullName, mobileNumber })).toMatchObject({ ok: true, value: { roster: 1 } });
    expect(await stateOf(rig)).toMatchObject({ rows: 19, verified: 1 });
    const { people } = await expectValue(rig.handlers['roster.list'](manager, { limit: 200 }));
    expect(people.map(({ reference }) => reference)).not.toContain(asha.reference);
    expect(erase(rig, { fullName, mobileNumber })).toMatchObject({ ok: true, value: { roster: 0 } });
  });

  it('goes by the number alone as well', async () => {
    const rig = await openWithStaff();
    expect(erase(rig, { mobileNumber: bina.mobileNumber })).toMatchObject({
      ok: true,
      value: { roster: 1, erased: [] },
    });
    expect(await stateOf(rig)).toMatchObject({ rows: 19 });
  });
});

describe('the list', () => {
  it('goes page by page in the order of the references, all or those who are missing', async () => {
    const rig = await openWithStaff();
    for (const person of staff.slice(0, 15)) {
      rig.visit(person, 2);
    }
    const readAll = async (missing: boolean) => {
      const found: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await expectValue(
          rig.handlers['roster.list'](manager, { missing, limit: 3, ...(after === undefined ? {} : { after }) }),
        );
        found.push(...page.people.map(({ reference }) => reference));
        if (page.next === null) {
          return found;
        }
        after = page.next;
      }
    };
    const references = staff.map(({ reference }) => reference);
    expect(await readAll(false)).toEqual(references.toSorted());
    expect(await readAll(true)).toEqual(references.slice(15).toSorted());
  });

  it('keeps its order with references of any script', async () => {
    const references = ['a', 'Z', 'É', 'क१', '😀', 'ｚ', '10', '9'];
    const people = references.map((reference, index) => ({ ...inventPerson(index), reference }));
    const rig = openRosterRig();
    await expectValue(rig.handlers['roster.import'](manager, { text: writeFile(people), mapping }));
    const sorted = references
      .map((text) => Buffer.from(text.normalize('NFC')))
      .toSorted(Buffer.compare)
      .map(String);
    for (const [index, after] of sorted.entries()) {
      const page = await expectValue(rig.handlers['roster.list'](manager, { after, limit: 200 }));
      expect(page.people.map(({ reference }) => reference)).toEqual(sorted.slice(index + 1));
    }
  });

  it('is a look, once for all its pages; the numbers alone are none', async () => {
    const rig = await openWithStaff();
    await stateOf(rig);
    const { next } = await expectValue(rig.handlers['roster.list'](manager, { limit: 5 }));
    await expectValue(rig.handlers['roster.list'](manager, { limit: 5, after: next ?? '' }));
    expect(rig.acts()).toEqual(['roster-import 20', 'view: roster']);
    rig.failAppends();
    expect(await rig.handlers['roster.list'](manager, {})).toMatchObject({
      ok: false,
      error: { code: 'log-unavailable' },
    });
  });
});

describe('the table', () => {
  it('has a line for each person, and is a row before it is told', async () => {
    const rig = await openWithStaff();
    rig.visit(bina, 1);
    const { name, csv } = await expectValue(rig.handlers['roster.coverage'](manager, {}));
    expect(name).toMatch(/^pravesh-coverage-hq-\d{4}-\d\d-\d\d\.csv$/);
    const lines = csv.split('\r\n');
    expect(lines).toHaveLength(22);
    expect(lines[1]).toBe('"E0",no,,,');
    expect(lines[2]).toMatch(/^"E1",yes,1,\d{4}-\d\d-\d\dT[\d:.]+Z,2$/);
    expect(csv).not.toMatch(/Asha|90000000/);
    expect(rig.acts().at(-1)).toBe('roster-export');
    rig.failAppends();
    expect(await rig.handlers['roster.coverage'](manager, {})).toMatchObject({
      ok: false,
      error: { code: 'log-unavailable' },
    });
  });

  it('is not there without a roster, and nothing is noted', async () => {
    const rig = openRosterRig();
    expect(await rig.handlers['roster.coverage'](manager, {})).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await rig.handlers['roster.list'](manager, {})).toEqual({ ok: true, value: { people: [], next: null } });
    expect(await stateOf(rig)).toEqual({
      rows: 0,
      importedAt: null,
      verified: 0,
      missing: 0,
      byStatus: { 0: 0, 1: 0, 2: 0 },
    });
    expect(rig.acts()).toEqual([]);
  });
});

describe('a roster that is removed', () => {
  it('is gone with all its references, and is a row', async () => {
    const rig = await openWithStaff();
    rig.visit(asha, 2);
    expect(await rig.handlers['roster.remove'](manager, {})).toEqual({ ok: true, value: { removed: 20 } });
    expect(rig.database.prepare('SELECT count(*) FROM roster_people').pluck().get()).toBe(0);
    expect(rig.acts()).toEqual(['roster-import 20', 'roster-remove']);
    expect(await stateOf(rig)).toMatchObject({ rows: 0, importedAt: null });
    expect(await rig.handlers['roster.remove'](manager, {})).toEqual({ ok: true, value: { removed: 0 } });
    expect(rig.acts()).toHaveLength(2);
    await expectValue(rig.handlers['roster.import'](manager, { text: writeFile(staff), mapping }));
    expect(await stateOf(rig)).toMatchObject({ rows: 20, verified: 1 });
  });
});
