/** Sealed is what Debian's age opens with the secret key, and nobody without it; its length tells nothing. */
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { openForWriting } from '../../../../main/core/db/database.ts';
import { migrate } from '../../../../main/core/db/migrate.ts';
import { selectEntries } from '../../../../main/core/entry-log/entries-sql.ts';
import { buildEntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import { buildSealIdentity, sealedPrefix } from '../../../../main/core/entry-log/seal-identity.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const asha = { fullName: 'आशा कुमारी', mobileNumber: '9876543210' };
const plain = '{"mobile":"9876543210","name":"आशा कुमारी"}';

async function makeKeys(count: number) {
  const identities = await Promise.all(Array.from({ length: count }, () => generateX25519Identity()));
  const sealTo = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
  const privacy = { ...buildSettings().privacy, identity: 'sealed' as const, sealTo };
  return { identities, privacy };
}

function bytesOf(sealed: string | undefined): Buffer {
  expect(sealed?.startsWith(sealedPrefix)).toBe(true);
  return Buffer.from(sealed?.slice(sealedPrefix.length) ?? '', 'base64');
}

test('the program age opens it with the key of any recipient, and with no other', async () => {
  const { identities, privacy } = await makeKeys(2);
  const folder = makeTemporaryFolder();
  const file = join(folder, 'sealed.age');
  writeFileSync(file, bytesOf(await buildSealIdentity(privacy)(asha)));
  const open = (identity: string) => {
    const key = join(folder, 'key.txt');
    writeFileSync(key, identity);
    return execFileSync('age', ['--decrypt', '--identity', key, file], { encoding: 'utf8', stdio: 'pipe' });
  };
  for (const identity of identities) {
    expect(open(identity).trimEnd()).toBe(plain);
  }
  const stranger = await generateX25519Identity();
  expect(() => open(stranger)).toThrow(/no identity matched/);
});

test('a long name and a short one are sealed to the same length', async () => {
  const seal = buildSealIdentity((await makeKeys(1)).privacy);
  const short = await seal({ ...asha, fullName: 'A' });
  const long = await seal({ ...asha, fullName: 'क'.repeat(100) });
  expect(long).toHaveLength(short?.length ?? 0);
  expect(await seal(asha)).not.toBe(await seal(asha));
});

test('other settings seal nobody', async () => {
  for (const identity of ['none', 'masked', 'full'] as const) {
    expect(await buildSealIdentity({ ...buildSettings().privacy, identity })(asha)).toBeUndefined();
  }
});

test('a sealed row holds name and number in one column, and commits to the sealed text', async () => {
  const { identities, privacy } = await makeKeys(1);
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database);
  const settings = { ...buildSettings(), privacy };
  const siteKey = new Uint8Array(32).fill(7);
  const log = buildEntryLog({ database, settings, siteKey, clock: buildFakeClock(), random: buildFakeRandom() });
  const draft = { outcome: 'not-verified', channel: 'kiosk', reason: 'cancelled', person: asha } as const;
  expect(() => log.append(draft)).toThrow(/unsealed/);
  log.append({ ...draft, sealedIdentity: await buildSealIdentity(privacy)(asha) });
  const [row] = selectEntries(database, 1);
  expect(row).toMatchObject({ seq: 1, subject_mobile: null, subject_ref: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const name = row?.subject_name ?? '';
  const decrypter = new Decrypter();
  decrypter.addIdentity(identities[0] ?? '');
  expect((await decrypter.decrypt(bytesOf(name), 'text')).trimEnd()).toBe(plain);
  const salt = Buffer.from(row?.subject_salt ?? '', 'hex');
  const revealed = `{"mobile":null,"name":"${name}"}`;
  expect(row?.subject_commitment).toBe(createHmac('sha256', salt).update(revealed).digest('hex'));
  database.close();
});
