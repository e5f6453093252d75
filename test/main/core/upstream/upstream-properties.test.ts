/** Whatever the upstream sends: an answer and never an exception, a value only when it is exactly valid, no leak. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorCodes } from '../../../../main/contract/public.ts';
import { FetchFault, type FetchFaultKind } from '../../../../main/core/ports.ts';
import { sha256 } from '../../../../main/core/upstream/wire.ts';
import { asha, buildRig, callsOf, code, type Script, upstreamSettings, visit } from './upstream-rig.ts';

type Call = 'generateOtp' | 'confirmOtp' | 'readStatus';

/** What must not turn up in a log or in a message: of the visitor, of the venue, of the wire. */
const secrets = [asha.fullName, asha.mobileNumber, code.otp, code.txnId, visit.token, sha256(code.otp)];
const texts = fc.constantFrom(...secrets, upstreamSettings().apiKey);

const value = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<unknown>(0, 1, 2, 3, '2', 1.5, null, true) },
  { weight: 2, arbitrary: texts },
  fc.jsonValue(),
);
const fields = fc.record(
  { txnId: value, token: value, vaccination_status: value, jws: value, errorCode: value, error: value },
  { requiredKeys: [] },
);
const knownFault = fc
  .constantFrom('USRAUT0012', 'USRAUT0014', 'USRAUT0015', 'USRAUT0018')
  .map((errorCode) => ({ errorCode, error: secrets.join(' ') }));
const text = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(fields, knownFault).map((json) => JSON.stringify(json)) },
  fc.json(),
  fc.string(),
);
const body = fc.oneof(
  { weight: 5, arbitrary: text.map((some) => new TextEncoder().encode(some)) },
  fc.uint8Array({ maxLength: 100 }),
);
const headers = fc.dictionary(
  fc.constantFrom('retry-after', 'date', 'content-type', 'location'),
  fc.oneof(fc.string(), texts, fc.constantFrom('0', '1', '120', 'Thu, 15 Jan 2026 10:00:20 GMT')),
);
const status = fc.oneof(
  { weight: 3, arbitrary: fc.constant(200) },
  fc.constantFrom(201, 204, 302, 400, 401, 403, 404, 409, 429, 500, 502, 503, 504),
  fc.integer({ min: 100, max: 999 }),
);
const kind = fc.constantFrom<FetchFaultKind>('dns', 'refused', 'tls', 'reset', 'headers-timeout', 'too-large');
const script: fc.Arbitrary<Script> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ status, headers, body }) },
  fc.tuple(kind, fc.boolean()).map(([name, sent]) => new FetchFault(name, sent)),
  fc.constant('silence' as const),
);
const calls = fc.array(fc.constantFrom<Call>('generateOtp', 'confirmOtp', 'readStatus'), {
  minLength: 1,
  maxLength: 8,
});
/** As many as eight calls can meet with all their retries. */
const scripts = fc.array(script, { minLength: 24, maxLength: 24 });
const mode = fc.constantFrom('off', 'when-present', 'required');

it('is answered with a value or a code, in time, exactly as it deserves, and leaks nothing', async () => {
  await fc.assert(
    fc.asyncProperty(calls, scripts, mode, async (names, met, signature) => {
      const rig = buildRig({ signature: { mode: signature, algorithms: ['EdDSA'], jwks: { json: '{"keys":[]}' } } });
      rig.script(...met);
      const problems: string[] = [];
      for (const name of names) {
        const before = rig.requests.length;
        const asked = callsOf(rig.upstream)[name]();
        await rig.clock.pass(25_000);
        const answer = await asked;
        const last = rig.requests.length > before ? met[rig.requests.length - 1] : undefined;
        expect(answer.ok ? answer.value : undefined).toEqual(worthOf(name, last, signature));
        if (!answer.ok) {
          expect(errorCodes.filter((known) => known !== 'internal')).toContain(answer.error.code);
          problems.push(JSON.stringify(answer.error));
        }
      }
      const told = rig.lines.concat(problems).join('\n');
      expect([...secrets, upstreamSettings().apiKey].filter((word) => told.includes(word))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

/** What an attempt is worth, worked out another way: undefined for all that is not a value. */
function worthOf(call: Call, met: Script | undefined, signature: string): unknown {
  if (met === undefined || typeof met !== 'object' || met instanceof FetchFault || met.status !== 200) {
    return undefined;
  }
  const { txnId, token, vaccination_status: vaccinated, jws } = parse(met.body);
  switch (call) {
    case 'generateOtp':
      return typeof txnId === 'string' && /^[\w.~:-]{1,128}$/.test(txnId) ? { txnId } : undefined;
    case 'confirmOtp':
      return typeof token === 'string' && /^[\w.~+/-]+=*$/.test(token) ? { token } : undefined;
    case 'readStatus': {
      const unsigned = signature === 'off' || (signature === 'when-present' && (jws ?? null) === null);
      const exact = Object.is(vaccinated, 0) || vaccinated === 1 || vaccinated === 2;
      return unsigned && exact ? { status: vaccinated, evidence: sha256(met.body) } : undefined;
    }
  }
}

function parse(bytes: Uint8Array): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {};
  } catch {
    return {};
  }
}
