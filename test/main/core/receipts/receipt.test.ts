/** A receipt proves its row to whoever has the terminal's key, and to nobody with another one. */
import { expect, test } from 'vitest';
import {
  hashLeaf,
  openCheckpoint,
  problem,
  readTlogProof,
  readVerifierKey,
  rootFromInclusion,
  toUtf8,
} from '../../../../main/contract/public.ts';
import { checkCodeOf } from '../../../../main/core/entry-log/leaf.ts';
import { checkSignature, sha256 } from '../../../../main/core/tree/sha256.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';

const caller = { kind: 'kiosk', id: 'one' } as const;

async function begin({ kiosk }: TestKiosk, mobileNumber: string, fullName: string) {
  const client = kiosk.client(caller);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const consent = { version, locale: 'en', accepted: true } as const;
  const started = await client['verification.start']({ fullName, mobileNumber, purpose: 'visitor', consent });
  return started.ok ? started.value.id : '';
}

test('the row, its path and its signed head fit together, and the check code is of this leaf', async () => {
  const world = await openTestKiosk();
  const client = world.kiosk.client(caller);
  for (let row = 0; row < 5; row += 1) {
    const described = await client['kiosk.describe']({});
    const version = described.ok ? described.value.consent.version : '';
    await client['consent.decline']({ purpose: 'visitor', locale: 'en', version });
  }
  const id = await begin(world, '9876543210', 'Asha Kumari');
  expect(await client['entry.receipt']({ id })).toEqual(problem('conflict'));
  const decided = await client['verification.submitOtp']({ id, otp: world.newestOtp('9876543210') });
  const receipt = await client['entry.receipt']({ id });
  if (!receipt.ok || !decided.ok || decided.value.state !== 'decided') {
    throw new Error('the visit came to nothing');
  }
  const key = readVerifierKey(sha256, receipt.value.verifierKey);
  const proof = readTlogProof(receipt.value.proof);
  if (key === undefined || proof === undefined) {
    throw new Error('the receipt cannot be read');
  }
  const opened = openCheckpoint(key, checkSignature, proof.checkpoint);
  expect(opened).toMatchObject({ ok: true, checkpoint: { origin: 'pravesh/hq/gate-1', size: 6 } });
  const leaf = hashLeaf(sha256, toUtf8(receipt.value.entry));
  const root = rootFromInclusion(sha256, leaf, proof.index, 6, proof.path);
  expect(opened.ok && Buffer.from(opened.checkpoint.root)).toEqual(root && Buffer.from(root));
  expect(checkCodeOf(leaf)).toBe(decided.value.checkCode);
  expect(receipt.value.entry).not.toMatch(/subject_name|subject_mobile|3210|A•/);
  expect(await client['entry.receipt']({ id: 'a'.repeat(22) })).toEqual(problem('not-found'));
});
