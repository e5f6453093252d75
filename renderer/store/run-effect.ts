/**
 * Does what a step wants done outside: the one place where the visit calls the core.
 * Runs in the face.
 */
import type { Client } from '../../main/contract/public.ts';
import type { Answered, CallEffect } from './effect.ts';

/** Calls the core and gives the answer back as an event, with the ticket of its question. */
export async function runCall(client: Client, effect: CallEffect): Promise<Answered> {
  const { ticket } = effect;
  const type = 'answered';
  switch (effect.name) {
    case 'kiosk.describe':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'consent.read':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'consent.decline':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.start':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.get':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.submitOtp':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.resendOtp':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.cancel':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
  }
}
