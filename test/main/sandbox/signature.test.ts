import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { expect, test } from 'vitest';
import { asha, type Bench, setUp } from './set-up.ts';
import { askStatus, confirmOtp, generateOtp } from './wire-client.ts';

const at = Date.parse('2026-01-15T04:30:00.000Z') / 1_000;

async function fetchKeys(sandbox: Bench): Promise<JSONWebKeySet> {
  const [own, below] = await Promise.all(
    [sandbox.url, sandbox.baseUrl].map(async (base) => (await fetch(`${base}/.well-known/jwks.json`)).json()),
  );
  expect(below).toEqual(own);
  return own;
}

/** A visit after a fault of the signature was asked for; what the signature says, or that it does not fit. */
async function signedVisit(sandbox: Bench) {
  const { fields } = await generateOtp(sandbox, asha.name, asha.number);
  const confirmed = await confirmOtp(sandbox, fields.txnId, sandbox.lastOtp(asha.number));
  const status = await askStatus(sandbox, confirmed.fields.token);
  const keys = createLocalJWKSet(await fetchKeys(sandbox));
  const verified = await compactVerify(String(status.fields.jws), keys, { algorithms: ['EdDSA'] }).then(
    ({ payload, protectedHeader }) => ({ claims: JSON.parse(String(Buffer.from(payload))), header: protectedHeader }),
    (error: unknown) => ({ claims: String(error), header: undefined }),
  );
  return { txnId: fields.txnId, status: status.fields, ...verified };
}

test('the key set holds one public Ed25519 key and nothing private', async () => {
  const { keys } = await fetchKeys(await setUp());
  expect(keys).toHaveLength(1);
  expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  expect(keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' });
});

test('the key set needs neither key nor User-Agent', async () => {
  const sandbox = await setUp({ apiKey: 'right' });
  expect((await fetchKeys(sandbox)).keys).toHaveLength(1);
});

test('the status is signed over status, transaction and time', async () => {
  const sandbox = await setUp();
  const [key] = (await fetchKeys(sandbox)).keys;
  const { txnId, claims, header } = await signedVisit(sandbox);
  expect(claims).toEqual({ vaccination_status: 2, txnId, iat: at });
  expect(header).toEqual({ alg: 'EdDSA', kid: key?.kid });
});

test('a bad signature looks like a good one and does not verify', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'status', kind: 'bad-signature' });
  const { status, claims } = await signedVisit(sandbox);
  expect(status.vaccination_status).toBe(2);
  expect(claims).toContain('signature verification failed');
});

test('without a signature there is only the status', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'status', kind: 'no-signature' });
  expect((await signedVisit(sandbox)).status).toEqual({ vaccination_status: 2 });
});

test('another transaction, status or time is signed well, but does not belong here', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'status', kind: 'wrong-txn' });
  const { txnId, claims } = await signedVisit(sandbox);
  expect(claims).toMatchObject({ vaccination_status: 2, iat: at });
  expect(claims.txnId).toMatch(/^[0-9a-f-]{36}$/);
  expect(claims.txnId).not.toBe(txnId);

  await sandbox.fault({ call: 'status', kind: 'wrong-status' });
  const second = await signedVisit(sandbox);
  expect([second.status.vaccination_status, second.claims.vaccination_status]).toEqual([2, 1]);

  await sandbox.fault({ call: 'status', kind: 'stale-iat' });
  const third = await signedVisit(sandbox);
  expect(third.claims).toEqual({ vaccination_status: 2, txnId: third.txnId, iat: at - 600 });
});

test('a status that cannot be is signed as it stands', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'status', kind: 'status-3' });
  const three = await signedVisit(sandbox);
  expect([three.status.vaccination_status, three.claims.vaccination_status]).toEqual([3, 3]);
  await sandbox.fault({ call: 'status', kind: 'status-string' });
  const text = await signedVisit(sandbox);
  expect([text.status.vaccination_status, text.claims.vaccination_status]).toEqual(['2', '2']);
});
