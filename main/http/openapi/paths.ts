/**
 * The operations of the table that others may call, as paths of the document.
 * Runs in the HTTP host.
 */
import * as z from 'zod/mini';
import {
  type CallerKind,
  type CallName,
  callNames,
  type ErrorCode,
  operations,
  pathFields,
} from '../../contract/public.ts';
import type {
  Example,
  MediaType,
  Operation,
  Parameter,
  PathItem,
  Reference,
  Response,
  Schema,
  Security,
} from './document-shape.ts';
import { refTo } from './document-shape.ts';
import type { Named } from './named.ts';
import { type OperationWords, operationWords } from './operation-words.ts';
import { codesOf, problemResponses } from './problem-responses.ts';

/** Callers who are not of this machine. */
const others: readonly CallerKind[] = ['party', 'embed', 'public'];

/** The operations in the document, in its order. Those of the kiosk and of staff are for nobody else. */
export const describedNames: readonly CallName[] = (Object.keys(operationWords) as CallName[]).filter((name) =>
  operations[name].callers.some((caller) => others.includes(caller)),
);

/** The operations that others may call, of which the document must speak. */
export const namesForOthers: readonly CallName[] = callNames.filter((name) =>
  operations[name].callers.some((caller) => others.includes(caller)),
);

function wordsOf(name: CallName): OperationWords {
  const words = operationWords[name];
  if (words === undefined) {
    throw new TypeError(`the document says nothing of ${name}`);
  }
  return words;
}

/** Every code that the described operations may answer. */
export function describedCodes(): ErrorCode[] {
  return Array.from(new Set(describedNames.flatMap((name) => codesOf(operations[name]))));
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;

function shapeOf(name: CallName): Shape {
  return operations[name].input._zod.def.shape;
}

/** The fields of an input that stand in the address: in its path, and where there is no body in its query. */
function addressFields(name: CallName): string[] {
  const { method, path } = operations[name];
  return method === 'POST' ? pathFields(path) : Object.keys(shapeOf(name));
}

function pick(shape: Shape, wanted: (field: string) => boolean): Record<string, z.core.$ZodType> {
  return Object.fromEntries(Object.entries(shape).filter(([field]) => wanted(field)));
}

/** The schemas of bodies, by the names that they get. */
export function bodySchemas(): Record<string, Named> {
  const named: Record<string, Named> = {};
  for (const name of describedNames) {
    const { body } = wordsOf(name);
    if (body !== undefined) {
      const { name: id, title, fields, example } = body;
      const inPath = pathFields(operations[name].path);
      const schema = z.strictObject(pick(shapeOf(name), (field) => !inPath.includes(field)));
      named[id] = { schema, as: 'input', title, description: `The body of \`${name}\`.`, fields, example };
    }
  }
  return named;
}

/** The fields of addresses, as one schema an operation. */
export function addressSchemas(): Record<string, z.core.$ZodType> {
  return Object.fromEntries(
    describedNames.map((name) => {
      const inAddress = addressFields(name);
      return [name, z.strictObject(pick(shapeOf(name), (field) => inAddress.includes(field)))];
    }),
  );
}

/** What stands in the document under names. */
export interface Known {
  readonly named: Readonly<Record<string, Named>>;
  /** By operation: see {@link addressSchemas}. */
  readonly addresses: Readonly<Record<string, Schema>>;
}

/** Writes the paths. */
export function writePaths(known: Known): Record<string, PathItem> {
  const paths: Record<string, PathItem> = {};
  for (const name of describedNames) {
    const { path, method } = operations[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: writeOperation(name, known) };
  }
  return paths;
}

/** Keys are remembered of callers who have a name. */
function takesKey(name: CallName): boolean {
  const { method, callers } = operations[name];
  return method === 'POST' && !callers.some((caller) => caller === 'public');
}

function writeOperation(name: CallName, known: Known): Operation {
  const { summary, callers, success } = operations[name];
  const { tag, description, body } = wordsOf(name);
  const parameters = [
    ...writeParameters(name, known.addresses[name] ?? {}),
    ...(takesKey(name) ? [refTo('parameters', 'Idempotency-Key')] : []),
  ];
  return {
    operationId: name,
    summary,
    description,
    tags: [tag],
    security: securityOf(callers),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': useOf(body.name, known) } } }),
    responses: {
      [success]: writeAnswer(name, known),
      ...problemResponses(codesOf(operations[name]), { hasBody: body !== undefined, takesKey: takesKey(name) }),
    },
  };
}

function writeParameters(name: CallName, { properties = {}, required = [] }: Schema): (Parameter | Reference)[] {
  const inPath = pathFields(operations[name].path);
  return Object.entries(properties).map(([field, schema]) => {
    const words = wordsOf(name).parameters?.[field];
    if (words === undefined || typeof schema === 'boolean') {
      throw new TypeError(`the document says nothing of ${field} at ${name}`);
    }
    return {
      name: field,
      in: inPath.includes(field) ? 'path' : 'query',
      required: required.includes(field),
      description: words.description,
      schema,
      example: words.example,
    };
  });
}

/** Who of those outside may call; an operation for anybody asks for nothing. */
function securityOf(callers: readonly CallerKind[]): Security {
  if (callers.includes('public')) {
    return [];
  }
  return [
    ...(callers.includes('party') ? [{ partyKey: [] }] : []),
    ...(callers.includes('embed') ? [{ embedToken: [] }] : []),
  ];
}

function writeAnswer(name: CallName, known: Known): Response {
  const { output, summary } = operations[name];
  const found = Object.entries(known.named).find(([, { schema }]) => schema === output)?.[0];
  if (found === undefined) {
    throw new TypeError(`the answer of ${name} has no name in the document`);
  }
  return {
    description: `${summary}.`,
    headers: {
      'X-Request-Id': refTo('headers', 'X-Request-Id'),
      ...(takesKey(name) ? { 'Idempotent-Replayed': refTo('headers', 'Idempotent-Replayed') } : {}),
    },
    content: { 'application/json': useOf(found, known, wordsOf(name).answer) },
  };
}

/** What a named schema looks like in use, with an example of its own or another. */
function useOf(id: string, { named }: Known, answer?: Example): MediaType {
  const words = named[id];
  return {
    schema: { ...refTo('schemas', id) },
    examples: { example: answer ?? { summary: words?.title ?? id, value: words?.example } },
  };
}
