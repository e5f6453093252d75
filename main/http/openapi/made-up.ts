/**
 * The people, identifiers and receipts of the examples. All of them are made up.
 * Runs in the HTTP host.
 */

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

export const nonce = 'order-4711';
export const verificationId = 'T3xUhcJ0Qe2Vb9mZkR5yWA';
export const entryId = '01a1b2bb-9400-7a31-9f4e-6d2b8c5a1e07';
export const checkCode = 'K7QW2M9X';
export const partyId = 'k3v9x2mq';
export const version = '1-3f0c9d1e';
const keyId = 'nO7vQ0mJbV5rYd1sZ2kXh8uTgWc4aLfE6pRiKqD3xNM';

/** A visitor who gives everything that is asked for. */
export const visitor = {
  fullName: 'Asha Kumari',
  mobileNumber: '98765 43210',
  purpose: 'visitor',
  consent: { version, locale: 'en', accepted: true },
  nonce,
};

/** What the receipt of the examples claims. */
export const receiptClaims = {
  iss: 'urn:pravesh:hq:gate-1',
  aud: partyId,
  iat: 1_794_000_000,
  exp: 1_794_000_600,
  jti: entryId,
  status: 2,
  decision: 'admitted',
  policy: 'visitor@5f1c0b9a2d7e8c44',
  purpose: 'visitor',
  txn: verificationId,
  nonce,
  check: checkCode,
  proof: `/api/v1/proofs/${entryId}`,
};

/** The same as a compact JWS; nobody has signed it. */
export const receipt = [
  base64url(JSON.stringify({ alg: 'EdDSA', typ: 'pravesh-receipt+jwt', kid: keyId })),
  base64url(JSON.stringify(receiptClaims)),
  base64url('made up, and signed by nobody: sixty-four bytes as EdDSA has it.'),
].join('.');

export const keySet = {
  keys: [
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: keyId,
      alg: 'EdDSA',
      use: 'sig',
    },
  ],
};

/** A row without its subject, and the proof that it is in the log; shortened where it is long. */
export const entryReceipt = {
  entry: `{"at":"2026-11-06T21:20:00.000Z","channel":"api","id":"${entryId}","outcome":"admitted","seq":1042,"status":2}`,
  proof: 'c2sp.org/tlog-proof@v1\nindex 1041\n...',
  verifierKey: 'pravesh/hq/gate-1+8a6f2b1c+ARHamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea',
};

export const decided = {
  id: verificationId,
  state: 'decided',
  revision: 3,
  status: 2,
  decision: 'admitted',
  entryId,
  seq: 1042,
  checkCode,
  receipt,
};

export const cancelled = { id: verificationId, state: 'cancelled', revision: 2 };
