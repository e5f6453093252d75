/** What the upstream may send in answer to each of the three calls: whatever it is, it ends in an answer of ours. */
import { describe, expect, test } from 'vitest';
import { isErrorCode } from '../../main/contract/public.ts';
import type { FetchAnswer } from '../../main/core/ports.ts';
import { buildUpstream } from '../../main/core/upstream/upstream.ts';
import { buildSigner, jwksOf } from '../main/core/upstream/signer.ts';
import { upstreamSettings } from '../main/core/upstream/upstream-rig.ts';
import { buildFakeClock } from '../support/fake-clock.ts';
import { cases, fuzz, seed } from '../support/fuzz/fuzz.ts';

const signer = await buildSigner('key-1');
const clock = buildFakeClock();
const txnId = 'txn-5e0c1a';
const iat = Math.floor(clock.now() / 1000);
const jws = await signer.sign({ txnId, vaccination_status: 2, iat });
const signature = { mode: 'when-present', algorithms: ['EdDSA'], jwks: { json: jwksOf(signer) } } as const;

const bodies = {
  generateOtp: ['{"txnId":"txn-5e0c1a"}', '{"errorCode":"USRAUT0024","error":"OTP Already Sent"}', '<html>403</html>'],
  confirmOtp: [`{"token":"eyJhbGciOiJIUzI1NiJ9.e30.c2ln"}`, '{"errorCode":"USRAUT0014","error":"Invalid OTP"}'],
  readStatus: ['{"vaccination_status":2}', `{"vaccination_status":2,"jws":"${jws}"}`, '{"message":"Forbidden"}'],
};

/** A client whose upstream answers this; a new one each time, so that its breaker is closed. */
function answerWith(answer: FetchAnswer) {
  return buildUpstream({
    settings: upstreamSettings({ signature }),
    // Waits before a retry are over at once.
    clock: {
      ...clock,
      after(_milliseconds, run) {
        queueMicrotask(run);
        return () => {};
      },
    },
    random: { bytes: (count) => new Uint8Array(count) },
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    budget: { spend: () => 0 },
    fetch: async () => answer,
  });
}

const calls = {
  generateOtp: (answer: FetchAnswer) => answerWith(answer).generateOtp({ fullName: 'A', mobileNumber: '9876543210' }),
  confirmOtp: (answer: FetchAnswer) => answerWith(answer).confirmOtp({ otp: '123456', txnId }),
  readStatus: (answer: FetchAnswer) => answerWith(answer).readStatus({ token: 'a.b.c', txnId }),
};

const statuses = [200, 200, 200, 200, 400, 401, 403, 429, 500, 302, 204] as const;

describe(`${cases} bodies that are nearly right (PRAVESH_TEST_SEED=${seed})`, () => {
  test.each(['generateOtp', 'confirmOtp', 'readStatus'] as const)('%s', async (call) => {
    let next = 0;
    await fuzz({
      samples: bodies[call],
      async read(text) {
        next += 1;
        const status = statuses[next % statuses.length] ?? 200;
        // Some of them as bytes that are no UTF-8.
        const body = Buffer.from(text, next % 7 === 0 ? 'latin1' : 'utf8');
        const headers = { 'content-type': 'application/json', 'retry-after': text.slice(0, 20) };
        const answered = await calls[call]({ status, headers, body });
        if (answered.ok) {
          expect(status).toBe(200);
          if (call === 'readStatus') {
            expect(JSON.parse(text.replace(/^\ufeff/, ''))).toMatchObject({
              vaccination_status: Object(answered.value).status,
            });
          }
        } else if (!isErrorCode(answered.error.code)) {
          throw new TypeError('the answer is no error of ours');
        }
      },
    });
  });
});
