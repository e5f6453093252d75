/** What goes out again by itself, and what never does. */
import { describe, expect, it } from 'vitest';
import type { FetchAnswer, FetchFault } from '../../../../main/core/ports.ts';
import { retryWait } from '../../../../main/core/upstream/retry.ts';
import { buildRig, callsOf, fault, fullyVaccinated, otpConfirmed, otpSent, reply } from './upstream-rig.ts';

const calls = ['generateOtp', 'confirmOtp', 'readStatus'] as const;

/** How many requests one call makes when every one of them meets this. */
async function countRequests(call: (typeof calls)[number], met: FetchAnswer | FetchFault): Promise<number> {
  const rig = buildRig();
  rig.script(met, met, met, met);
  const asked = callsOf(rig.upstream)[call]();
  await rig.clock.pass(24_000);
  await asked;
  return rig.requests.length;
}

const rows: readonly [string, FetchAnswer | FetchFault, readonly [number, number, number]][] = [
  ['dns', fault('dns', false), [3, 3, 3]],
  ['refused', fault('refused', false), [3, 3, 3]],
  ['connect-timeout', fault('connect-timeout', false), [3, 3, 3]],
  ['reset before sending', fault('reset', false), [3, 3, 3]],
  ['tls', fault('tls', false), [1, 1, 1]],
  ['reset', fault('reset', true), [1, 1, 3]],
  ['headers-timeout', fault('headers-timeout', true), [1, 1, 3]],
  ['body-timeout', fault('body-timeout', true), [1, 1, 3]],
  ['too-large', fault('too-large', true), [1, 1, 1]],
  ['protocol', fault('protocol', true), [1, 1, 1]],
  ['500', reply(500, ''), [1, 1, 1]],
  ['502', reply(502, ''), [1, 1, 3]],
  ['503', reply(503, ''), [1, 1, 3]],
  ['503 for a short while', reply(503, '', { 'retry-after': '3' }), [1, 1, 3]],
  ['503 for a long while', reply(503, '', { 'retry-after': '4' }), [1, 1, 1]],
  ['504', reply(504, ''), [1, 1, 3]],
  ['429', reply(429, ''), [1, 1, 1]],
  ['429 for a short while', reply(429, '', { 'retry-after': '3' }), [1, 1, 3]],
  ['429 for a long while', reply(429, '', { 'retry-after': '4' }), [1, 1, 1]],
  ['400', reply(400, ''), [1, 1, 1]],
  ['401', reply(401, ''), [1, 1, 1]],
  ['403', reply(403, ''), [1, 1, 1]],
  ['404', reply(404, ''), [1, 1, 1]],
  ['302', reply(302, ''), [1, 1, 1]],
  ['a page', reply(200, '<html>'), [1, 1, 1]],
];

describe('requests made of one call', () => {
  it.each(rows)('%s', async (_name, met, expected) => {
    const counted = [];
    for (const call of calls) {
      counted.push(await countRequests(call, met));
    }
    expect(counted).toEqual(expected);
  });
});

describe('a call that goes out again', () => {
  it('answers with what came at last', async () => {
    const rig = buildRig();
    rig.script(fault('refused', false), otpSent);
    rig.script(fault('dns', false), fault('reset', false), otpConfirmed);
    rig.script(fault('reset', true), reply(503, ''), fullyVaccinated);
    for (const call of calls) {
      const asked = callsOf(rig.upstream)[call]();
      await rig.clock.pass(2_000);
      expect((await asked).ok).toBe(true);
    }
    expect(rig.requests).toHaveLength(8);
  });

  it('stops once the upstream may have seen it', async () => {
    const rig = buildRig();
    rig.script(fault('refused', false), fault('reset', true), otpSent);
    const asked = callsOf(rig.upstream).generateOtp();
    await rig.clock.pass(5_000);
    expect(await asked).toMatchObject({ ok: false, error: { code: 'upstream-unavailable' } });
    expect(rig.requests).toHaveLength(2);
  });

  it('waits between 0 and 500 ms, then between 0 and 1 s, and what the upstream asks for on top', () => {
    const first = { now: 0, random: { bytes: (count: number) => new Uint8Array(count).fill(0) } };
    const last = { now: 0, random: { bytes: (count: number) => new Uint8Array(count).fill(255) } };
    const gone = fault('refused', false);
    const busy = reply(503, '', { 'retry-after': '2' });
    expect([retryWait('readStatus', gone, 1, first), retryWait('readStatus', gone, 1, last)]).toEqual([0, 499]);
    expect([retryWait('readStatus', gone, 2, first), retryWait('readStatus', gone, 2, last)]).toEqual([0, 999]);
    expect([retryWait('readStatus', busy, 2, first), retryWait('readStatus', busy, 2, last)]).toEqual([2_000, 2_999]);
    expect(retryWait('readStatus', gone, 3, last)).toBeUndefined();
  });
});
