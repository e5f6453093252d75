/**
 * The operations of other systems, and of whoever looks after them: parties and their keys,
 * events, receipts.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { call } from './operation.ts';
import { NewParty, Party, PartyId, PartyKey, WebhookEvent } from './party.ts';
import { EntryReceipt, KeySet } from './receipt.ts';
import { nothing, text } from './schema-parts.ts';

const ofOne = z.strictObject({ id: PartyId });

export const partyOperations = {
  'party.add': call({
    summary: 'A system may verify people here; its key is shown this once',
    callers: ['operator'],
    role: 'manager',
    method: 'POST',
    path: '/api/v1/parties',
    success: 201,
    input: NewParty,
    output: PartyKey,
    errors: ['conflict', 'log-unavailable'],
    idempotent: false,
  }),
  'party.list': call({
    summary: 'The systems that may verify people here',
    callers: ['operator'],
    role: 'manager',
    method: 'GET',
    path: '/api/v1/parties',
    success: 200,
    input: nothing,
    output: z.strictObject({ parties: z.array(Party) }),
    errors: [],
    idempotent: true,
  }),
  'party.rotate': call({
    summary: 'A new key for a system; the one before works no longer',
    callers: ['operator'],
    role: 'manager',
    method: 'POST',
    path: '/api/v1/parties/{id}/key',
    success: 201,
    input: ofOne,
    output: PartyKey,
    errors: ['not-found', 'log-unavailable'],
    idempotent: false,
  }),
  'party.remove': call({
    summary: 'A system may verify nobody any more',
    callers: ['operator'],
    role: 'manager',
    method: 'DELETE',
    path: '/api/v1/parties/{id}',
    success: 200,
    input: ofOne,
    output: Party,
    errors: ['not-found', 'log-unavailable'],
    idempotent: true,
  }),
  'webhook.list': call({
    summary: 'The newest events for other systems, and what became of them',
    callers: ['operator'],
    role: 'manager',
    method: 'GET',
    path: '/api/v1/webhooks',
    success: 200,
    input: z.strictObject({ party: z.optional(PartyId), state: z.optional(z.enum(['waiting', 'delivered', 'dead'])) }),
    output: z.strictObject({ events: z.array(WebhookEvent), waiting: z.int(), dead: z.int() }),
    errors: [],
    idempotent: true,
  }),
  'webhook.replay': call({
    summary: 'Events are sent once more: one of them, or all of a system that were given up',
    callers: ['operator'],
    role: 'manager',
    method: 'POST',
    path: '/api/v1/webhooks/replays',
    success: 201,
    input: z.strictObject({ party: PartyId, id: z.optional(text(80)) }),
    output: z.strictObject({ events: z.int() }),
    errors: ['not-found', 'log-unavailable'],
    idempotent: false,
  }),
  'receipt.keys': call({
    summary: 'The keys that receipts are checked with (RFC 7517)',
    callers: ['public'],
    method: 'GET',
    path: '/.well-known/jwks.json',
    success: 200,
    keptSeconds: 300,
    input: nothing,
    output: KeySet,
    errors: [],
    idempotent: true,
  }),
  'receipt.rotate': call({
    summary: 'Receipts are signed with a new key from now on; those of before stay good until they expire',
    callers: ['operator'],
    role: 'manager',
    method: 'POST',
    path: '/api/v1/receipts/keys',
    success: 201,
    input: nothing,
    output: z.strictObject({ keyId: z.string() }),
    errors: ['log-unavailable'],
    idempotent: false,
  }),
  'entry.proof': call({
    summary: 'The proof that a receipt names: its entry without the subject, and that it is in the log',
    callers: ['party', 'operator'],
    method: 'GET',
    path: '/api/v1/proofs/{entryId}',
    success: 200,
    input: z.strictObject({
      entryId: z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
    }),
    output: EntryReceipt,
    errors: ['not-found', 'log-unavailable'],
    idempotent: true,
  }),
} as const;
