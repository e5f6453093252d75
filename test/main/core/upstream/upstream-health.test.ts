/** How the upstream is, as the calls of the visitors tell it. */
import { expect, it } from 'vitest';
import type { UpstreamHealth } from '../../../../main/core/upstream/upstream.ts';
import { buildRig, callsOf, fault, fullyVaccinated, otpSent, reply, type UpstreamRig } from './upstream-rig.ts';

function watch(rig: UpstreamRig): UpstreamHealth[] {
  const heard: UpstreamHealth[] = [];
  rig.upstream.onHealth((health) => heard.push(health));
  return heard;
}

it('is well until told otherwise, and one fault is no illness', async () => {
  const rig = buildRig();
  const heard = watch(rig);
  expect(rig.upstream.health()).toEqual({ state: 'ok' });
  rig.script(fault('reset', true));
  await callsOf(rig.upstream).generateOtp();
  expect(rig.upstream.health()).toEqual({ state: 'ok' });
  expect(heard).toEqual([]);
});

it('is down with the code of the last fault while the breaker is open, and well after the trial', async () => {
  const rig = buildRig();
  const heard = watch(rig);
  for (const status of [500, 500, 500, 500, 404]) {
    rig.script(reply(status, ''));
    await callsOf(rig.upstream).generateOtp();
  }
  expect(rig.upstream.health()).toEqual({ state: 'down', code: 'upstream-malformed', retryAfterMs: 15_000 });
  await rig.clock.pass(15_000);
  expect(rig.upstream.health()).toEqual({ state: 'down', code: 'upstream-malformed' });
  rig.script(otpSent);
  await callsOf(rig.upstream).generateOtp();
  expect(rig.upstream.health()).toEqual({ state: 'ok' });
  expect(heard.map(({ state }) => state)).toEqual(['down', 'ok']);
});

it('is forbidden from the first 403 to the next good answer', async () => {
  const rig = buildRig();
  const heard = watch(rig);
  rig.script(reply(403, ''), reply(403, ''), reply(400, { errorCode: 'USRAUT0015' }));
  await callsOf(rig.upstream).generateOtp();
  await callsOf(rig.upstream).generateOtp();
  expect(rig.upstream.health()).toEqual({ state: 'forbidden', code: 'upstream-forbidden' });
  await callsOf(rig.upstream).generateOtp();
  expect(heard).toEqual([{ state: 'forbidden', code: 'upstream-forbidden' }, { state: 'ok' }]);
});

it('is down for as long as a 429 asks for, and tells when that is over', async () => {
  const rig = buildRig();
  const heard = watch(rig);
  rig.script(reply(429, '', { 'retry-after': '20' }));
  await callsOf(rig.upstream).generateOtp();
  await rig.clock.pass(19_999);
  expect(heard).toEqual([{ state: 'down', code: 'upstream-rate-limited', retryAfterMs: 20_000 }]);
  await rig.clock.pass(1);
  expect(heard[1]).toEqual({ state: 'ok' });
});

it('is down from a status that is not authentic to the next one that is', async () => {
  const rig = buildRig({ signature: { mode: 'required', algorithms: ['EdDSA'], jwks: { json: '{"keys":[]}' } } });
  rig.script(fullyVaccinated, otpSent);
  await callsOf(rig.upstream).readStatus();
  await callsOf(rig.upstream).generateOtp();
  expect(rig.upstream.health()).toEqual({ state: 'down', code: 'upstream-signature-invalid' });
});

it('tells nobody who does not listen any more', async () => {
  const rig = buildRig();
  const heard: UpstreamHealth[] = [];
  const unwatch = rig.upstream.onHealth((health) => heard.push(health));
  unwatch();
  rig.script(reply(403, ''));
  await callsOf(rig.upstream).generateOtp();
  expect(heard).toEqual([]);
});
