/**
 * The named schemas of receipts, events and the embedded page.
 * Runs in the HTTP host.
 */
import { EmbedSession, EntryReceipt, KeySet } from '../../contract/public.ts';
import * as madeUp from './made-up.ts';
import type { Named } from './named.ts';
import { DecidedEvent, EndedEvent, ReceiptClaims } from './told.ts';

const ofEvent = {
  type: 'What happened.',
  timestamp: 'When it was written into the log (ISO 8601, UTC).',
  data: 'What is told of it. No name and no number.',
  'data.verificationId': 'The verification, as `verification.start` named it.',
  'data.entryId': 'The identifier of the entry in the log.',
  'data.seq': 'The number of the entry in the log. Events come in this order.',
  'data.purpose': 'What the person came for.',
  'data.nonce': 'Your mark for this visit, where you gave one.',
};

const told = {
  verificationId: madeUp.verificationId,
  entryId: madeUp.entryId,
  seq: 1042,
  purpose: 'visitor',
  nonce: madeUp.nonce,
};

export const partySchemas = {
  EntryReceipt: {
    schema: EntryReceipt,
    as: 'answer',
    title: 'Proof of an entry',
    description:
      'The row of the log without its subject, and the proof that it is in the log (C2SP tlog-proof). It can be checked without this terminal.',
    fields: {
      entry: 'The row as canonical JSON (RFC 8785): exactly the bytes that were hashed.',
      proof: 'Place, path and signed head of the log, as one text.',
      verifierKey: 'The key that checks the head. Compare it with the one that the venue gave you by another way.',
    },
    example: madeUp.entryReceipt,
  },
  KeySet: {
    schema: KeySet,
    as: 'answer',
    title: 'Keys of receipts',
    description:
      'A JSON Web Key Set (RFC 7517). A new key is in it a day before it signs, and an old one until its last receipt has expired.',
    fields: {
      keys: 'The keys, of which one signs at a time.',
      'keys.kty': 'Always an octet key pair (RFC 8037).',
      'keys.crv': 'Always Ed25519.',
      'keys.x': 'The public key in base64url.',
      'keys.kid': 'The name of the key: its thumbprint (RFC 7638).',
      'keys.alg': 'Always EdDSA.',
      'keys.use': 'Always for signatures.',
    },
    example: madeUp.keySet,
  },
  ReceiptClaims: {
    schema: ReceiptClaims,
    as: 'answer',
    title: 'Claims of a receipt',
    description:
      'What a receipt says, once its signature holds. Its header has `alg: EdDSA`, `typ: pravesh-receipt+jwt` and the `kid` of the key. No name and no number.',
    fields: {
      iss: 'The terminal: `urn:pravesh:SITE:TERMINAL`.',
      aud: 'Your own party identifier. Refuse a receipt that was made for somebody else.',
      iat: 'When it was signed, in seconds since 1970.',
      exp: 'Until when it may be shown, in seconds since 1970.',
      jti: 'The identifier of the entry. Refuse one that you have seen before.',
      status: "CoWIN's answer: 0 not vaccinated, 1 partially, 2 fully.",
      decision: "What the venue's policy says of it.",
      policy: 'The rule that decided: its name and the hash of its words.',
      purpose: 'What the person came for.',
      txn: 'The verification.',
      nonce: 'Your mark for this visit, where you gave one. Compare it.',
      check: 'The check code that the visitor saw.',
      proof: 'The address of the proof that the entry is in the log, for `entry.proof`.',
    },
    example: madeUp.receiptClaims,
  },
  DecidedEvent: {
    schema: DecidedEvent,
    as: 'answer',
    title: 'Event of a decision',
    description: 'The body of `verification.decided`.',
    fields: {
      ...ofEvent,
      'data.decision': "What the venue's policy says of the status.",
      'data.status': "CoWIN's answer: 0 not vaccinated, 1 partially, 2 fully.",
      'data.checkCode': 'The check code that the visitor saw.',
      'data.receipt': 'The receipt, signed anew for this delivery.',
    },
    example: {
      type: 'verification.decided',
      timestamp: '2026-11-06T21:20:00.000Z',
      data: { ...told, decision: 'admitted', status: 2, checkCode: madeUp.checkCode, receipt: madeUp.receipt },
    },
  },
  EndedEvent: {
    schema: EndedEvent,
    as: 'answer',
    title: 'Event of an end without a decision',
    description: 'The body of `verification.ended`. It says nothing of the person: it is not a refusal.',
    fields: {
      ...ofEvent,
      'data.outcome': '`not-verified`: the visit ended. `fault`: something did not work.',
      'data.reason': 'Why, as a stable word: a code of problems, or `cancelled`.',
    },
    example: {
      type: 'verification.ended',
      timestamp: '2026-11-06T21:20:00.000Z',
      data: { ...told, outcome: 'not-verified', reason: 'otp-expired' },
    },
  },
  EmbedSession: {
    schema: EmbedSession,
    as: 'answer',
    title: 'Session of the embedded page',
    description: 'What our page outside the kiosk is told when it begins.',
    fields: {
      token: 'The only credential of this page. It lives in the memory of the page.',
      expiresInMs: 'How long it can be used, in milliseconds.',
      purposes: 'Which purposes may be chosen.',
      origins: "The origins whose pages are told what happened; none on the visitor's own phone.",
      partyName: "The name of the party for the notice; none on the visitor's own phone.",
      locale: "On the visitor's own phone: the language in which the kiosk was spoken with.",
    },
    example: {
      token: 'pve_T3xUhcJ0Qe2Vb9mZkR5yWA4LfE6pRiKqD3xNMnO7vQ0',
      expiresInMs: 900_000,
      purposes: ['visitor'],
      origins: ['https://hr.example.in'],
      partyName: 'HR portal',
    },
  },
} as const satisfies Readonly<Record<string, Named>>;
