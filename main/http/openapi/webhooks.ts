/**
 * The events that a party's own server is sent, as the webhooks of the document (Standard Webhooks 1.0).
 * Runs in the HTTP host.
 */
import type { Operation, Parameter, PathItem } from './document-shape.ts';
import { refTo } from './document-shape.ts';
import type { Named } from './named.ts';

const parameters: readonly Parameter[] = [
  {
    name: 'webhook-id',
    in: 'header',
    required: true,
    description: 'The name of the event: the same for every try. Act on each name once.',
    schema: { type: 'string' },
    example: 'evt_01a1b2bb-9400-7a31-9f4e-6d2b8c5a1e07',
  },
  {
    name: 'webhook-timestamp',
    in: 'header',
    required: true,
    description: 'When this try was made, in seconds since 1970. Refuse one that is five minutes off.',
    schema: { type: 'string', pattern: '^[0-9]+$' },
    example: '1794000000',
  },
  {
    name: 'webhook-signature',
    in: 'header',
    required: true,
    description:
      '`v1,` and the base64 of HMAC-SHA-256 over `ID.TIMESTAMP.BODY`; the key is what follows `whsec_` in your secret, as base64. Of several, divided by spaces, one must hold.',
    schema: { type: 'string' },
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  },
];

const responses = {
  '2XX': { description: 'You have kept the event. Answer within a few seconds, and do the work afterwards.' },
  '410': { description: 'You want no more events. What waits is given up until the venue replays it.' },
  default: { description: 'Anything else is a failure: the event is sent again, for about three days.' },
};

interface Event {
  readonly schema: string;
  readonly summary: string;
  readonly description: string;
}

const events: Readonly<Record<string, Event>> = {
  'verification.decided': {
    schema: 'DecidedEvent',
    summary: 'A decision was made on somebody whom you had verified',
    description:
      'It is sent after the decision is in the log, at least once, in the order of the log. The next event waits until this one has arrived or was given up.',
  },
  'verification.ended': {
    schema: 'EndedEvent',
    summary: 'A verification came to no decision',
    description: 'The person left, had no right code, or something did not work. It is not a refusal.',
  },
};

/** Writes the webhooks. */
export function writeWebhooks(named: Readonly<Record<string, Named>>): Record<string, PathItem> {
  return Object.fromEntries(
    Object.entries(events).map(([name, event]) => [name, { post: writeEvent(name, event, named) }]),
  );
}

function writeEvent(
  name: string,
  { schema, summary, description }: Event,
  named: Readonly<Record<string, Named>>,
): Operation {
  const value = named[schema]?.example;
  return {
    operationId: `webhook.${name}`,
    summary,
    description,
    tags: ['Events'],
    security: [],
    parameters,
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: { ...refTo('schemas', schema) }, examples: { example: { summary, value } } },
      },
    },
    responses,
  };
}
