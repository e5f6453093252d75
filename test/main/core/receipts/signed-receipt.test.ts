/** A signed receipt holds for whoever has the keys of the terminal, says what was decided, and nothing of the person. */
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign, createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import type { Caller } from '../../../../main/core/kiosk.ts';
import { openPassKey } from '../../../../main/core/passes/pass-key.ts';
import { momentOf } from '../../../../main/core/receipts/sign-receipt.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';
import { buildSettings } from '../../../support/settings.ts';
import { addParty, decide, embed, manager, serve } from './party-visits.ts';

const expected = {
  issuer: 'urn:pravesh:hq:gate-1',
  typ: 'pravesh-receipt+jwt',
  algorithms: ['EdDSA'],
};

/** Checks receipts as another system does: with the keys as they are served, asked for when one is not known. */
async function openVerifier(world: TestKiosk, { party }: Caller) {
  const host = await serve(world);
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', host.url), { cooldownDuration: 0 });
  return {
    host,
    verify: (receipt: string | undefined, options: object = {}) =>
      jwtVerify(receipt ?? '', keys, { ...expected, audience: party?.id ?? '', ...options }),
  };
}

test('jose verifies it with the keys that are served; it says what the decision says, and brings the nonce back', async () => {
  const world = await openTestKiosk();
  const caller = await addParty(world);
  const { host, verify } = await openVerifier(world, caller);
  const decided = await decide(world, caller, { nonce: 'order-17' });
  const { payload, protectedHeader } = await verify(decided.receipt);
  const { status, decision, entryId, checkCode, id } = decided;
  const iat = Math.floor(momentOf(entryId) / 1000);
  const [row] = world.rows().slice(-1);
  expect(payload).toEqual({
    iss: 'urn:pravesh:hq:gate-1',
    aud: caller.party?.id,
    iat,
    exp: iat + 600,
    jti: entryId,
    status,
    decision,
    policy: row?.policy,
    purpose: 'visitor',
    txn: id,
    nonce: 'order-17',
    check: checkCode,
    proof: `/api/v1/proofs/${entryId}`,
  });
  expect(new Date(momentOf(entryId)).toISOString()).toBe(row?.at);
  expect(Object.keys(protectedHeader).sort()).toEqual(['alg', 'kid', 'typ']);
  const served = await host.ask('/.well-known/jwks.json');
  expect(served.headers.get('cache-control')).toBe('public, max-age=300');
});

test('an embedded page of a system gets it, with the nonce of the page; a kiosk does not', async () => {
  const world = await openTestKiosk();
  const [asha, salim] = world.sandbox.people;
  const system = await addParty(world);
  const embedded = await decide(world, await embed(world, system, 'page-nonce'), { person: asha });
  expect(decodeJwt(embedded.receipt ?? '')).toMatchObject({ aud: system.party?.id, nonce: 'page-nonce' });
  const own = await decide(world, { kind: 'kiosk', id: 'one' }, { person: salim });
  expect(own).not.toHaveProperty('receipt');
});

test('who lost the answer asks again and gets the very same receipt, and nobody else gets it', async () => {
  const world = await openTestKiosk();
  const caller = await addParty(world);
  const decided = await decide(world, caller);
  const { id } = decided;
  expect(await world.kiosk.client(caller)['verification.get']({ id })).toEqual({ ok: true, value: decided });
  const other = await world.kiosk.client(await addParty(world, 'Ticket shop'))['verification.get']({ id });
  expect(other).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('a forged, changed, expired or foreign receipt is refused', async () => {
  const world = await openTestKiosk();
  const caller = await addParty(world);
  const { host, verify } = await openVerifier(world, caller);
  const { receipt = '' } = await decide(world, caller);
  const [head = '', body = '', signature = ''] = receipt.split('.');
  const header = decodeProtectedHeader(receipt);
  const claims = decodeJwt(receipt);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  await verify(receipt);

  const refused = [
    `${head}.${encode({ ...claims, decision: 'admitted', status: 2, purpose: 'employee' })}.${signature}`,
    `${encode({ ...header, alg: 'none' })}.${body}.`,
    `${encode({ alg: 'none', typ: header.typ })}.${body}.`,
    `${encode({ ...header, kid: 'A'.repeat(43) })}.${body}.${signature}`,
  ];
  const served: { keys: { x: string }[] } = await (await host.ask('/.well-known/jwks.json')).json();
  const publicKey = Buffer.from(served.keys[0]?.x ?? '', 'base64url');
  const confused = new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' });
  refused.push(await confused.sign(publicKey));
  const { privateKey } = generateKeyPairSync('ed25519');
  const strange = new CompactSign(Buffer.from(body, 'base64url')).setProtectedHeader({ ...header, alg: 'EdDSA' });
  refused.push(await strange.sign(privateKey));
  for (const forged of refused) {
    await expect(verify(forged)).rejects.toThrow();
  }

  const inTenMinutes = new Date(Date.now() + 600_000);
  await expect(verify(receipt, { currentDate: inTenMinutes })).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  await expect(verify(receipt, { audience: 'zzzzzzzz' })).rejects.toMatchObject({ claim: 'aud' });
});

test('no receipt of another terminal, and no pass of this one, is taken for a receipt of this one', async () => {
  const world = await openTestKiosk();
  const base = buildSettings();
  const gate2 = await openTestKiosk({ settings: { site: { ...base.site, terminal: 'gate-2' } } });
  const caller = await addParty(world);
  const { verify } = await openVerifier(world, caller);
  const theirs = await decide(gate2, await addParty(gate2));
  await expect(verify(theirs.receipt)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  const { privateKey } = openPassKey(world.settings.site, { key: () => new Uint8Array(32) });
  const { receipt = '' } = await decide(world, caller);
  const pass = new SignJWT(decodeJwt(receipt)).setProtectedHeader({ alg: 'EdDSA', typ: 'pravesh-pass+jwt' });
  await expect(verify(await pass.sign(privateKey))).rejects.toThrow();
});

test('after a new key receipts of before hold until they expire, also after a restart', async () => {
  const world = await openTestKiosk();
  const caller = await addParty(world);
  const { verify } = await openVerifier(world, caller);
  const [asha, salim] = world.sandbox.people;
  const before = await decide(world, caller, { person: asha });
  await verify(before.receipt);
  const rotated = await world.kiosk.client(manager)['receipt.rotate']({});
  const after = await decide(world, caller, { person: salim });
  const kid = rotated.ok ? rotated.value.keyId : '';
  expect([before, after].map(({ receipt = '' }) => decodeProtectedHeader(receipt).kid === kid)).toEqual([false, true]);
  await verify(after.receipt);
  await verify(before.receipt);
  expect(world.rows().map(({ reason, operator }) => [reason, operator])).toContainEqual(['receipt-rotate', 'abc234']);
  const reopened = await world.reopen();
  const { verify: verifyLater } = await openVerifier({ ...world, kiosk: reopened }, caller);
  await verifyLater(before.receipt);
});

test('whoever it is of, nothing of the person is in it', async () => {
  const mobile = fc.stringMatching(/^[6-9][0-9]{9}$/);
  const name = fc.stringMatching(/^[A-Z][ghj-z]{4,12} [A-Z][ghj-z]{4,12}$/);
  const people = fc.sample(fc.record({ full_name: name, mobile_number: mobile }), 12);
  const status = (index: number) => ([0, 1, 2] as const)[index % 3] ?? 0;
  const world = await openTestKiosk({
    sandbox: { people: people.map((person, index) => ({ ...person, vaccination_status: status(index) })) },
  });
  const caller = await addParty(world);
  for (const person of world.sandbox.people) {
    const { receipt = '' } = await decide(world, caller, { person });
    const text = JSON.stringify([decodeProtectedHeader(receipt), decodeJwt(receipt)]);
    const words = [person.mobile_number, ...person.full_name.split(' ')];
    expect(words.filter((word) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    expect(Object.keys(decodeJwt(receipt)).sort()).toEqual([
      'aud',
      'check',
      'decision',
      'exp',
      'iat',
      'iss',
      'jti',
      'policy',
      'proof',
      'purpose',
      'status',
      'txn',
    ]);
  }
  expect(world.rows().filter(({ outcome }) => outcome !== 'act')).toHaveLength(12);
});
