/** Which statuses are authentic, in each mode of `upstream.signature`. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../main/contract/public.ts';
import type { UpstreamSettings } from '../../../../main/core/config/settings.ts';
import { buildSigner, jwksOf, type Signer } from './signer.ts';
import { buildRig, callsOf, otpSent, reply, type UpstreamRig, visit } from './upstream-rig.ts';

type Mode = UpstreamSettings['signature']['mode'];

let signer: Signer;
let stranger: Signer;
let other: Signer;

beforeAll(async () => {
  signer = await buildSigner('k1');
  stranger = await buildSigner('k1');
  other = await buildSigner('k2', 'ES256');
});

function rigOf(mode: Mode, algorithms: readonly string[] = ['EdDSA'], signers = [signer, other]): UpstreamRig {
  return buildRig({ signature: { mode, algorithms, jwks: { json: jwksOf(...signers) } } });
}

/** A payload that goes with the visit of the rig. */
function payload(rig: UpstreamRig, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { vaccination_status: 2, txnId: visit.txnId, iat: Math.floor(rig.clock.now() / 1000), ...changes };
}

/** `ok`, or the code of the fault. */
async function outcome(rig: UpstreamRig, body: unknown): Promise<'ok' | ErrorCode> {
  rig.script(reply(200, body));
  const answer = await callsOf(rig.upstream).readStatus();
  return answer.ok ? 'ok' : answer.error.code;
}

const invalid = 'upstream-signature-invalid';

describe.each(['required', 'when-present'] as const)('%s', (mode) => {
  it('takes a status that is signed as the profile says', async () => {
    const rig = rigOf(mode);
    const jws = await signer.sign(payload(rig, { more: 'fields' }));
    expect(await outcome(rig, { vaccination_status: 2, jws })).toBe('ok');
  });

  it('takes any of the pinned algorithms', async () => {
    const rig = rigOf(mode, ['EdDSA', 'ES256']);
    expect(await outcome(rig, { vaccination_status: 2, jws: await other.sign(payload(rig)) })).toBe('ok');
  });

  it('does not take an algorithm that is not pinned', async () => {
    const rig = rigOf(mode, ['EdDSA']);
    expect(await outcome(rig, { vaccination_status: 2, jws: await other.sign(payload(rig)) })).toBe(invalid);
  });

  it('does not take a key that is not in the set, though it bears the same name', async () => {
    const rig = rigOf(mode);
    expect(await outcome(rig, { vaccination_status: 2, jws: await stranger.sign(payload(rig)) })).toBe(invalid);
  });

  it('does not take a name of a key that is not in the set', async () => {
    const rig = rigOf(mode);
    const jws = await signer.sign(payload(rig), { kid: 'k9' });
    expect(await outcome(rig, { vaccination_status: 2, jws })).toBe(invalid);
  });

  it('needs no name where one key alone fits', async () => {
    const rig = rigOf(mode);
    const jws = await signer.sign(payload(rig), {});
    expect(await outcome(rig, { vaccination_status: 2, jws })).toBe('ok');
  });

  it.each([
    ['another status', { vaccination_status: 1 }],
    ['a status as text', { vaccination_status: '2' }],
    ['another transaction', { txnId: 'txn-of-another' }],
    ['no transaction', { txnId: undefined }],
    ['no time', { iat: undefined }],
    ['a time as text', { iat: '2026-01-15T04:30:00Z' }],
  ])('does not take %s in the payload', async (_name, changes) => {
    const rig = rigOf(mode);
    const jws = await signer.sign(payload(rig, changes));
    expect(await outcome(rig, { vaccination_status: 2, jws })).toBe(invalid);
  });

  it.each([
    [-300, 'ok'],
    [-301, invalid],
    [300, 'ok'],
    [301, invalid],
  ] as const)('a payload of %i s from now: %s', async (seconds, expected) => {
    const rig = rigOf(mode);
    const jws = await signer.sign(payload(rig, { iat: rig.clock.now() / 1000 + seconds }));
    expect(await outcome(rig, { vaccination_status: 2, jws })).toBe(expected);
  });

  it('does not take a signature that was changed, cut or is none', async () => {
    const rig = rigOf(mode);
    const jws = await signer.sign(payload(rig));
    const [header = '', , signature = ''] = jws.split('.');
    const forged = Buffer.from(JSON.stringify(payload(rig))).toString('base64url');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged}.`;
    const fake = [`${header}.${forged}x.${signature}`, jws.slice(0, -3), `${jws}.a`, unsigned, 'a.b.c', '', 7, {}, []];
    for (const bad of fake) {
      expect(await outcome(rig, { vaccination_status: 2, jws: bad })).toBe(invalid);
    }
  });

  it('does not take a signature over something that is not JSON', async () => {
    const rig = rigOf(mode);
    expect(await outcome(rig, { vaccination_status: 2, jws: await signer.sign('text') })).toBe(invalid);
  });

  it('a good signature over a status that is none does not help it', async () => {
    const rig = rigOf(mode);
    const jws = await signer.sign(payload(rig, { vaccination_status: 3 }));
    expect(await outcome(rig, { vaccination_status: 3, jws })).toBe('upstream-malformed');
  });

  it('logs why in a word, and nothing of the signature', async () => {
    const rig = rigOf(mode);
    const jws = await signer.sign(payload(rig, { txnId: 'txn-of-another' }));
    await outcome(rig, { vaccination_status: 2, jws });
    expect(rig.lines[0]).toBe('{"event":"upstream signature not accepted","reason":"other-txn"}');
  });
});

describe('a status that is not signed', () => {
  it.each([
    ['required', invalid],
    ['when-present', 'ok'],
    ['off', 'ok'],
  ] as const)('%s: %s', async (mode, expected) => {
    expect(await outcome(rigOf(mode), { vaccination_status: 2 })).toBe(expected);
    expect(await outcome(rigOf(mode), { vaccination_status: 2, jws: null })).toBe(expected);
  });
});

describe('without keys in the configuration', () => {
  it('when-present takes the answer, and says once that it was not checked', async () => {
    const rig = buildRig({ signature: { mode: 'when-present', algorithms: ['EdDSA'] } });
    expect(await outcome(rig, { vaccination_status: 2, jws: 'a.b.c' })).toBe('ok');
    expect(await outcome(rig, { vaccination_status: 1, jws: 'a.b.c' })).toBe('ok');
    const unchecked = '{"event":"upstream signatures are not checked: upstream.jwks is missing"}';
    expect(rig.lines.filter((line) => line === unchecked)).toHaveLength(1);
  });

  it('required takes nothing', async () => {
    const rig = buildRig({ signature: { mode: 'required', algorithms: ['EdDSA'] } });
    expect(await outcome(rig, { vaccination_status: 2, jws: await signer.sign(payload(rig)) })).toBe(invalid);
  });

  it('off looks at nothing', async () => {
    const rig = buildRig({ signature: { mode: 'off', algorithms: [] } });
    expect(await outcome(rig, { vaccination_status: 2, jws: 'nonsense' })).toBe('ok');
  });
});

describe('health', () => {
  it('is down from a status that is not authentic to the next one that is', async () => {
    const rig = rigOf('required');
    await outcome(rig, { vaccination_status: 2 });
    rig.script(otpSent);
    await callsOf(rig.upstream).generateOtp();
    expect(rig.upstream.health()).toEqual({ state: 'down', code: invalid });
    await outcome(rig, { vaccination_status: 2, jws: await signer.sign(payload(rig)) });
    expect(rig.upstream.health()).toEqual({ state: 'ok' });
  });
});

describe('settings that hold no JWKS', () => {
  it.each(['', '{}', '{"keys":[1]}', '{"keys":[{}]}'])('%j stops the start', (json) => {
    expect(() => buildRig({ signature: { mode: 'required', algorithms: ['EdDSA'], jwks: { json } } })).toThrow(
      new TypeError('upstream.jwks is not a JWK set'),
    );
  });
});
