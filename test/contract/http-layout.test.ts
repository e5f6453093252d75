import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  errorCodes,
  fromHttpProblem,
  type Problem,
  pathFields,
  toHttpCall,
  toHttpProblem,
} from '../../main/contract/public.ts';

describe('an input laid on HTTP', () => {
  it('has the fields of the path there and the others in the body of a POST', () => {
    expect(toHttpCall('verification.submitOtp', { id: 'a/b?c', otp: '१२३' })).toEqual({
      method: 'POST',
      target: '/api/v1/verifications/a%2Fb%3Fc/otp',
      body: { otp: '१२३' },
    });
  });

  it('has the others in the query of all else, without those that are undefined', () => {
    expect(toHttpCall('demo.phone', { id: 'a&b=c' })).toEqual({
      method: 'GET',
      target: '/api/v1/demo/phone?id=a%26b%3Dc',
    });
    expect(toHttpCall('demo.phone', { id: undefined })).toEqual({ method: 'GET', target: '/api/v1/demo/phone' });
    expect(toHttpCall('verification.cancel', { id: 'x' })).toEqual({
      method: 'DELETE',
      target: '/api/v1/verifications/x',
    });
  });

  it('knows the fields of a path', () => {
    expect(pathFields('/a/{id}/b/{other}')).toEqual(['id', 'other']);
    expect(pathFields('/a')).toEqual([]);
  });
});

describe('a fault laid on HTTP', () => {
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const problems = fc
    .record({
      code: fc.constantFrom(...errorCodes),
      message: fc.string(),
      retryAfterMs: optional(fc.nat()),
      attemptsLeft: optional(fc.nat()),
      fields: optional(fc.array(fc.record({ path: fc.string(), problem: fc.string() }))),
    })
    .map((given): Problem => {
      const { retryAfterMs, attemptsLeft, fields, ...said } = given;
      return {
        ...said,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(attemptsLeft === undefined ? {} : { attemptsLeft }),
        ...(fields === undefined ? {} : { fields }),
      };
    });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(fromHttpProblem(JSON.parse(JSON.stringify(toHttpProblem(problem))))).toEqual(problem);
      }),
    );
  });

  it('is not read from what is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(fromHttpProblem(body)).toBeUndefined();
      }),
    );
    expect(
      fromHttpProblem({ ...toHttpProblem({ code: 'conflict', message: 'm' }), code: 'unheard-of' }),
    ).toBeUndefined();
  });
});
