/**
 * The operations with which a page outside the kiosk begins; they stand in a module of their own so that this page loads
 * no schema that it never uses.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { EmbedBegin, EmbedSession, InvitationToken } from './embed.ts';
import { call } from './operation.ts';

export const embedOperations = {
  'embed.begin': call({
    summary: 'The embedded page begins for a system that embeds it',
    callers: ['public'],
    method: 'POST',
    path: '/api/v1/embed/sessions',
    success: 201,
    input: EmbedBegin,
    output: EmbedSession,
    errors: ['not-found', 'out-of-order', 'too-many-requests'],
    idempotent: false,
  }),
  'phone.accept': call({
    summary: "The visitor's phone takes up the invitation of a kiosk, once",
    callers: ['public'],
    method: 'POST',
    path: '/api/v1/phone/sessions',
    success: 201,
    input: z.strictObject({ token: InvitationToken }),
    output: EmbedSession,
    errors: ['not-found', 'out-of-order', 'too-many-requests'],
    idempotent: false,
  }),
} as const;
