/** The proof that a receipt names: of a decision, for the system that had it made, and for operators. */
import { decodeJwt } from 'jose';
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
import type { Caller } from '../../../../main/core/kiosk.ts';
import { checkSignature, sha256 } from '../../../../main/core/tree/sha256.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';
import { addParty, begin, decide, firstOf, manager } from './party-visits.ts';

test('from the receipt to the log: the entry of its jti is in the tree whose head the terminal has signed', async () => {
  const world = await openTestKiosk();
  const caller = await addParty(world);
  const { receipt = '' } = await decide(world, caller);
  const { jti: entryId = '', check, status, policy } = decodeJwt(receipt);
  const later = await world.reopen();
  for (const asks of [caller, manager]) {
    const proven = await later.client(asks)['entry.proof']({ entryId });
    if (!proven.ok) {
      throw new Error(proven.error.code);
    }
    const { entry, proof, verifierKey } = proven.value;
    expect(JSON.parse(entry)).toMatchObject({ id: entryId, status, policy, operator: `party:${caller.party?.id}` });
    expect(entry).not.toMatch(/subject_name|subject_mobile|9876543210|A•/);
    const leaf = hashLeaf(sha256, toUtf8(entry));
    expect(checkCodeOf(leaf)).toBe(check);
    const key = readVerifierKey(sha256, verifierKey);
    const read = readTlogProof(proof);
    if (key === undefined || read === undefined) {
      throw new Error('the proof cannot be read');
    }
    const opened = openCheckpoint(key, checkSignature, read.checkpoint);
    const size = opened.ok ? opened.checkpoint.size : 0;
    const root = rootFromInclusion(sha256, leaf, read.index, size, read.path);
    expect(opened.ok && Buffer.from(opened.checkpoint.root)).toEqual(root && Buffer.from(root));
  }
});

test('another system is told nothing, nor is anybody of an entry that is not there', async () => {
  const world = await openTestKiosk();
  const caller = await addParty(world);
  const { entryId } = await decide(world, caller);
  const ask = (asks: Caller, id: string) => world.kiosk.client(asks)['entry.proof']({ entryId: id });
  const nobodys = `${entryId.slice(0, -4)}0000`;
  const ofLongAgo = '00000000-0000-7000-8000-000000000000';
  const ofNoTime = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
  expect(await ask(await addParty(world, 'Ticket shop'), entryId)).toEqual(problem('not-found'));
  for (const id of [nobodys, ofLongAgo, ofNoTime]) {
    expect(await ask(caller, id)).toEqual(problem('not-found'));
    expect(await ask(manager, id)).toEqual(problem('not-found'));
  }
});

test('a visit without a decision has no proof for its system, and one for operators', async () => {
  const world = await openTestKiosk();
  const caller = await addParty(world);
  const id = await begin(world, caller, firstOf(world));
  await world.kiosk.client(caller)['verification.cancel']({ id });
  const entryId = world.rows().at(-1)?.id ?? '';
  expect(await world.kiosk.client(caller)['entry.proof']({ entryId })).toEqual(problem('not-found'));
  expect(await world.kiosk.client(manager)['entry.proof']({ entryId })).toMatchObject({ ok: true });
});
