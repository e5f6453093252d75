/**
 * Turns the contract's schemas into those of the document: names become references, and words are laid on.
 * Runs in the HTTP host.
 */
import * as z from 'zod/mini';
import { errorCodes } from '../../contract/public.ts';
import { refTo, type Schema } from './document-shape.ts';
import type { Named } from './named.ts';

/** Schemas as the document has them, by the same names. */
export interface Converted {
  readonly named: Readonly<Record<string, Schema>>;
  /** Those that stand where they are used. */
  readonly unnamed: Readonly<Record<string, Schema>>;
}

const unnamedPrefix = 'unnamed ';

/** The list of all codes, which several schemas repeat. */
const allCodes = JSON.stringify(errorCodes);

/** Converts all of them together, so that one refers to the other. */
export function convertSchemas(
  named: Readonly<Record<string, Named>>,
  unnamed: Readonly<Record<string, z.core.$ZodType>>,
): Converted {
  const registry = z.registry<{ id: string }>();
  for (const [id, { schema }] of Object.entries(named)) {
    registry.add(schema, { id });
  }
  for (const [name, schema] of Object.entries(unnamed)) {
    registry.add(schema, { id: `${unnamedPrefix}${name}` });
  }
  const uri = (id: string) => refTo('schemas', id).$ref;
  const { schemas } = z.toJSONSchema(registry, { metadata: registry, uri });
  const plain = (id: string): Schema => {
    const { $schema: _dialect, $id: _id, ...schema } = schemas[id] ?? {};
    return schema;
  };
  return {
    named: mapEntries(named, (id, words) => describe(id, tidy(plain(id), words.as === 'answer', id), words)),
    unnamed: mapEntries(unnamed, (id) => tidy(plain(`${unnamedPrefix}${id}`), false, id)),
  };
}

/** Makes a record of the same keys. */
export function mapEntries<T, U>(
  record: Readonly<Record<string, T>>,
  make: (key: string, value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(key, value)]));
}

/** Says in fewer words what the conversion says; an answer that is open may gain fields. */
function tidy(given: Schema, isOpen: boolean, name: string): Schema {
  const { minimum, maximum, additionalProperties, anyOf, ...schema } = given;
  if (name !== 'ErrorCode' && JSON.stringify(schema.enum) === allCodes) {
    return { ...refTo('schemas', 'ErrorCode') };
  }
  const inner = (part: Schema | boolean): Schema => (typeof part === 'boolean' ? {} : tidy(part, isOpen, name));
  const consts = anyOf?.map((part) => part.const).filter((value) => value !== undefined);
  const isEnum = anyOf !== undefined && consts?.length === anyOf.length;
  return {
    ...schema,
    ...(isEnum ? { type: typeof consts?.[0] === 'number' ? 'integer' : 'string', enum: consts } : {}),
    ...(anyOf === undefined || isEnum ? {} : { anyOf: anyOf.map(inner) }),
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(schema.properties === undefined
      ? {}
      : { properties: mapEntries(schema.properties, (_key, part) => inner(part)) }),
    ...(schema.items === undefined || Array.isArray(schema.items) ? {} : { items: inner(schema.items) }),
    ...(additionalProperties === undefined || (isOpen && additionalProperties === false)
      ? {}
      : {
          additionalProperties:
            typeof additionalProperties === 'boolean' ? additionalProperties : inner(additionalProperties),
        }),
  };
}

/** Lays the words of a named schema on it. */
function describe(id: string, schema: Schema, { title, description, fields = {}, example }: Named): Schema {
  const left = new Set(Object.keys(fields));
  const described = describeFields(schema, '', (path) => {
    left.delete(path);
    return fields[path];
  });
  if (left.size > 0) {
    throw new TypeError(`${id} has no field ${Array.from(left).join(', ')}`);
  }
  return { title, description, ...described, examples: [example] };
}

function describeFields(schema: Schema, path: string, wordsFor: (path: string) => string | undefined): Schema {
  const { items, properties } = schema;
  return {
    ...schema,
    ...(items === undefined || typeof items === 'boolean' || Array.isArray(items)
      ? {}
      : { items: describeFields(items, path, wordsFor) }),
    ...(properties === undefined
      ? {}
      : {
          properties: mapEntries(properties, (key, part) => {
            const place = path === '' ? key : `${path}.${key}`;
            const field = typeof part === 'boolean' ? {} : describeFields(part, place, wordsFor);
            return withDescription(field, wordsFor(place));
          }),
        }),
  };
}

/** A reference takes no words beside it: it is wrapped. */
function withDescription(schema: Schema, description: string | undefined): Schema {
  if (description === undefined) {
    return schema;
  }
  return schema.$ref === undefined ? { description, ...schema } : { description, allOf: [schema] };
}
