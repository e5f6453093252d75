/**
 * How callers make themselves known, and the parameters and tags that go with no single operation.
 * Runs in the HTTP host.
 */
import type { Parameter, SecurityScheme } from './document-shape.ts';

/** Who shows what; both in the header `Authorization`. */
export const securitySchemes: Readonly<Record<string, SecurityScheme>> = {
  partyKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The API key of a party: `pvk_`, your identifier and 43 characters. The venue makes it with `pravesh party add` and sees it once. Keep it on a server, never in a page.',
  },
  embedToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that `embed.begin` or `phone.accept` gave to our own page. You never see it.',
  },
};

/** The parameters that several operations take. */
export const parameters: Readonly<Record<string, Parameter>> = {
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A name of your own for this request, such as a UUID; with or without quotes. Within ten minutes the same request under the same key is answered as the first was, and nothing is done twice.',
    schema: { type: 'string', minLength: 1, maxLength: 130 },
    example: '5f1c0b9a-2d7e-4c31-8a64-90e1b7d3f2c5',
  },
};
