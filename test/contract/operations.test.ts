import { describe, expect, it } from 'vitest';
import {
  callerKinds,
  callNames,
  commonErrors,
  errorCodes,
  type OperationName,
  operations,
  pathFields,
  problemKinds,
  streamNames,
} from '../../main/contract/public.ts';

const names = [...callNames, ...streamNames];

/** The address as a router sees it: which fields stand where does not matter. */
function addressOf(name: OperationName): string {
  const { method, path } = operations[name];
  return `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
}

describe('the operations table', () => {
  it('is all calls and streams', () => {
    expect([...names].sort()).toEqual(Object.keys(operations).sort());
  });

  it('has an address of its own for each operation', () => {
    const addresses = names.map(addressOf);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(names)('names and describes %s alike', (name) => {
    const { path, method, summary, callers, kind } = operations[name];
    expect(name).toMatch(/^[a-z]+\.[a-z][a-zA-Z]*$/);
    expect(path).toMatch(/^\/(api\/v1|\.well-known)(\/([a-z.-]+|\{[a-zA-Z]+\}))+$/);
    expect(summary).toMatch(/^[A-Z].*[^.]$/);
    expect(callers.length).toBeGreaterThan(0);
    expect(callers.every((caller) => callerKinds.some((known) => known === caller))).toBe(true);
    expect(kind === 'stream' ? method : 'GET').toBe('GET');
  });

  it.each(callNames)(
    'takes an object at %s, with the fields of its path in it, and no field that is unknown',
    (name) => {
      const { path, input } = operations[name];
      const fields = Object.keys(input._zod.def.shape);
      expect(fields).toEqual(expect.arrayContaining(pathFields(path)));
      for (const value of [undefined, null, [], 'text', 1]) {
        expect(input.safeParse(value).success).toBe(false);
      }
      const known = Object.fromEntries(fields.map((field) => [field, undefined]));
      const issues = input.safeParse({ ...known, unknown: 1 }).error?.issues ?? [];
      expect(issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true);
    },
  );

  it.each(callNames)('says of %s what may go wrong, in codes of the union, and no common one twice', (name) => {
    const { errors, idempotent, method } = operations[name];
    expect(errors.filter((code) => !errorCodes.includes(code))).toEqual([]);
    expect(new Set(errors).size).toBe(errors.length);
    expect(errors.filter((code) => commonErrors.some((common) => common === code))).toEqual([]);
    expect(method === 'POST' || idempotent).toBe(true);
  });
});

describe('the error codes', () => {
  it.each(errorCodes)('have a status of HTTP and words without a name: %s', (code) => {
    const { status, title } = problemKinds[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/^[A-Z][^{}$]*[^.]$/);
  });
});
