/** Rows are numbered, durable, sealed, and say what clock they were written by. */
import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { openForWriting } from '../../../../main/core/db/database.ts';
import { migrate } from '../../../../main/core/db/migrate.ts';
import { selectEntries } from '../../../../main/core/entry-log/entries-sql.ts';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import { buildEntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import { checkCodeOf } from '../../../../main/core/entry-log/leaf.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const person = { fullName: 'Asha Kumari', mobileNumber: '9876543210' };
const draft: EntryDraft = {
  outcome: 'not-verified',
  channel: 'kiosk',
  purpose: 'visitor',
  reason: 'cancelled',
  person,
};
const siteKey = new Uint8Array(32).fill(7);

function openLog(identity: 'none' | 'masked' | 'full' = 'masked') {
  const settings = buildSettings();
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database);
  const clock = buildFakeClock();
  const privacy = { ...settings.privacy, identity };
  const log = buildEntryLog({
    database,
    settings: { ...settings, privacy },
    siteKey,
    clock,
    random: buildFakeRandom(),
  });
  return { database, clock, log };
}

test('a row has the columns of the agreement, masked by default', () => {
  const { database, log } = openLog();
  const entry = log.append(draft);
  const [row] = selectEntries(database, 10);
  expect(row).toMatchObject({
    seq: 1,
    id: entry.id,
    at: '2026-01-15T04:30:00.000Z',
    site: 'hq',
    terminal: 'gate-1',
    purpose: 'visitor',
    channel: 'kiosk',
    outcome: 'not-verified',
    status: null,
    reason: 'cancelled',
    clock: 'ok',
    subject_name: 'A••• K•••••',
    subject_mobile: '••••••3210',
  });
  expect(entry.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('the commitment can be made again from what an export reveals', () => {
  const { database, log } = openLog('full');
  log.append(draft);
  const [row] = selectEntries(database, 1);
  const salt = Buffer.from(row?.subject_salt ?? '', 'hex');
  expect(salt).toHaveLength(16);
  const revealed = '{"mobile":"9876543210","name":"Asha Kumari"}';
  expect(row?.subject_commitment).toBe(createHmac('sha256', salt).update(revealed).digest('hex'));
});

test('the check code is bound to every column of the evidence', () => {
  const { database, log } = openLog();
  const { checkCode } = log.append(draft);
  const [row] = selectEntries(database, 1);
  const { subject_ref, subject_name, subject_mobile, subject_salt, ...evidence } = row ?? {};
  const leaf = createHash('sha256')
    .update(`\0${canonicalize(evidence)}`)
    .digest();
  expect(checkCodeOf(leaf)).toBe(checkCode);
  expect([subject_ref, subject_name, subject_mobile, subject_salt]).not.toContain(null);
});

test('with identity none, nothing of the person is kept', () => {
  const { database, log } = openLog('none');
  log.append(draft);
  const [row] = selectEntries(database, 1);
  expect(row).toMatchObject({
    subject_ref: null,
    subject_name: null,
    subject_mobile: null,
    subject_salt: null,
    subject_commitment: null,
  });
});

test('two spellings of one name have one reference, two people on one number have two that begin alike', () => {
  const { database, log } = openLog();
  log.append(draft);
  log.append({ ...draft, person: { ...person, fullName: 'ASHA  kumari' } });
  log.append({ ...draft, person: { ...person, fullName: 'Ravi Kumar' } });
  log.append({ ...draft, person: { ...person, mobileNumber: '9876543211' } });
  const refs = selectEntries(database, 4).map((row) => row.subject_ref ?? '');
  expect(refs[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(refs[0]).toBe(refs[1]);
  expect(refs[2]).not.toBe(refs[0]);
  const numbers = refs.map((ref) => ref.slice(0, 32));
  expect(numbers[2]).toBe(numbers[0]);
  expect(numbers[3]).not.toBe(numbers[0]);
});

test('a clock that goes back, stands in 1970 or leaps is recorded and reorders nothing', () => {
  const { database, clock, log } = openLog();
  const day = 24 * 60 * 60 * 1000;
  log.append(draft);
  clock.jump(-day);
  log.append(draft);
  clock.jump(-clock.now());
  log.append(draft);
  clock.jump(Date.parse('2036-01-15T00:00:00Z'));
  log.append(draft);
  const rows = selectEntries(database, 10);
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(rows.map((row) => row.clock)).toEqual(['ok', 'behind-newest', 'before-program', 'far-ahead']);
});
