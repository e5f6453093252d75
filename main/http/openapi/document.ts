/**
 * The OpenAPI document of this program, generated from the operations table. The same build writes the same document,
 * but for the address of the server.
 * Runs in the HTTP host.
 */
import * as z from 'zod/mini';
import { errorCodes, operations, version } from '../../contract/public.ts';
import type { OpenApiDocument, Schema } from './document-shape.ts';
import { refTo } from './document-shape.ts';
import { introduction, license } from './introduction.ts';
import type { Named } from './named.ts';
import { tags } from './operation-words.ts';
import { partySchemas } from './party-words.ts';
import { addressSchemas, bodySchemas, describedCodes, writePaths } from './paths.ts';
import { headers, problemExamples, sharedResponses } from './problem-responses.ts';
import { convertSchemas } from './schemas.ts';
import { parameters, securitySchemes } from './security.ts';
import { terminalSchemas } from './terminal-words.ts';
import { values } from './value-words.ts';
import { stateSchemas, visitSchemas } from './visit-words.ts';
import { writeWebhooks } from './webhooks.ts';

/** Every schema that has a name. */
export function namedSchemas(): Record<string, Named> {
  return {
    ...visitSchemas,
    ...bodySchemas(),
    ConsentDeclined: {
      schema: operations['consent.decline'].output,
      as: 'answer',
      title: 'A no that was counted',
      description: 'Nothing of the person is in it.',
      fields: { seq: 'The number of the entry in the log.' },
      example: { seq: 1043 },
    },
    ...partySchemas,
    ...terminalSchemas,
    ...values,
    ErrorCode: {
      schema: z.enum(errorCodes),
      as: 'value',
      title: 'Code of a problem',
      description: 'Stable. A later version may have more.',
      example: 'otp-wrong',
    },
  };
}

/** What the conversion cannot know: which state is which schema, and what a receipt holds. */
function complete(schemas: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const { VerificationSnapshot = {}, VerificationDecided = {} } = schemas;
  const mapping = Object.fromEntries(
    Object.entries(stateSchemas).map(([state, name]) => [state, refTo('schemas', name).$ref]),
  );
  const receipt = VerificationDecided.properties?.receipt;
  return {
    ...schemas,
    VerificationSnapshot: { ...VerificationSnapshot, discriminator: { propertyName: 'state', mapping } },
    VerificationDecided: {
      ...VerificationDecided,
      properties: {
        ...VerificationDecided.properties,
        receipt: {
          ...(typeof receipt === 'boolean' ? {} : receipt),
          contentMediaType: 'application/jwt',
          contentSchema: { ...refTo('schemas', 'ReceiptClaims') },
        },
      },
    },
  };
}

/** Writes the document. `publicUrl` is how other machines reach this one, without a slash at the end. */
export function writeDocument(publicUrl?: string): OpenApiDocument {
  const named = namedSchemas();
  const { named: schemas, unnamed: addresses } = convertSchemas(named, addressSchemas());
  const paths = writePaths({ named, addresses });
  const codes = describedCodes();
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pravesh',
      version,
      summary: 'Verify people with their consent, and get a decision that can be proven',
      description: introduction,
      license,
    },
    servers: [{ url: publicUrl ?? '/', description: 'This terminal.' }],
    tags: [...tags, { name: 'Events', description: 'What your own server is told, where the venue has its address.' }],
    paths,
    webhooks: writeWebhooks(named),
    components: {
      schemas: complete(schemas),
      responses: sharedResponses(codes, paths),
      parameters,
      headers,
      examples: problemExamples(codes),
      securitySchemes,
    },
  };
}
