import { createConfig, lintFromString, type NormalizedProblem } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { callNames, operations } from '../../../../main/contract/public.ts';
import { namedSchemas, writeDocument } from '../../../../main/http/openapi/document.ts';
import type { OpenApiDocument, Operation, Schema } from '../../../../main/http/openapi/document-shape.ts';
import { describedNames, namesForOthers } from '../../../../main/http/openapi/paths.ts';

const document = writeDocument();

async function lint(given: unknown): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: JSON.stringify(given), absoluteRef: '/openapi.json', config });
  return problems.map(({ severity, ruleId, message }: NormalizedProblem) => `${severity} ${ruleId}: ${message}`);
}

function operationsOf({ paths }: OpenApiDocument): Operation[] {
  return Object.values(paths).flatMap((item) => Object.values(item));
}

/** Every description of a field that is missing, by schema and field. */
function undescribed(name: string, { properties = {} }: Schema): string[] {
  return Object.entries(properties).flatMap(([field, part]) => {
    const place = `${name}.${field}`;
    if (typeof part === 'boolean') {
      return [];
    }
    return [...(part.description === undefined ? [place] : []), ...undescribed(place, part)];
  });
}

describe('the OpenAPI document', () => {
  it('is without a word of blame from the recommended rules of Redocly', async () => {
    expect(await lint(document)).toEqual([]);
    expect(await lint(writeDocument('https://gate-1.venue.in'))).toEqual([]);
  });

  it.each([
    ['a reference that leads nowhere', { paths: { '/a': { get: { responses: { 200: { $ref: '#/nowhere' } } } } } }],
    ['an example that its schema refuses', { components: { schemas: { A: { type: 'string', examples: [1] } } } }],
    ['a server with a slash at its end', { servers: [{ url: 'https://gate-1.venue.in/' }] }],
  ])('would be blamed for %s', async (_what, wrong) => {
    expect(await lint({ ...document, ...wrong })).not.toEqual([]);
  });

  it('speaks of every operation that others may call, and of no other', () => {
    expect([...describedNames].sort()).toEqual([...namesForOthers].sort());
    expect(
      operationsOf(document)
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual([...namesForOthers].sort());
    const hidden = callNames.filter((name) => !namesForOthers.includes(name));
    expect(hidden).toEqual(expect.arrayContaining(['pass.use', 'phone.invite', 'party.add', 'entries.list']));
    expect(JSON.stringify(document)).not.toMatch(/operator\.unlock|party\.add|\/api\/v1\/passes|\/api\/v1\/events/);
  });

  it('lets in whom the table lets in', () => {
    for (const { operationId, security } of operationsOf(document)) {
      const callers: readonly string[] =
        Object.entries(operations).find(([name]) => name === operationId)?.[1].callers ?? [];
      const schemes = security.flatMap((scheme) => Object.keys(scheme));
      const wanted = [
        ...(callers.includes('party') ? ['partyKey'] : []),
        ...(callers.includes('embed') ? ['embedToken'] : []),
      ];
      expect([operationId, schemes]).toEqual([operationId, callers.includes('public') ? [] : wanted]);
    }
  });

  it('is the same each time, but for the address of the server', () => {
    expect(JSON.stringify(writeDocument())).toBe(JSON.stringify(document));
    const { servers, ...rest } = writeDocument('https://gate-1.venue.in');
    expect(servers[0]?.url).toBe('https://gate-1.venue.in');
    expect({ ...rest, servers: document.servers }).toEqual(document);
  });

  it('has examples that the contract takes', () => {
    for (const [name, { schema, example }] of Object.entries(namedSchemas())) {
      const { success, error } = z.core.safeParse(schema, example);
      expect([name, success, error?.issues]).toEqual([name, true, undefined]);
    }
  });

  it('says of each field what it is', () => {
    const { schemas } = document.components;
    expect(Object.entries(schemas).flatMap(([name, schema]) => undescribed(name, schema))).toEqual([]);
  });

  it('names no number but the one that everybody makes up', () => {
    const numbers = JSON.stringify(document).match(/(?<![\w-])[6-9]\d{4} ?\d{5}(?![\w-])/g) ?? [];
    expect(new Set(numbers.map((number) => number.replace(' ', '')))).toEqual(new Set(['9876543210']));
  });
});
