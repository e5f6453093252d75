/** The keys of the upstream from their address: fetched late, kept, fetched again with restraint. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../main/contract/public.ts';
import type { FetchAnswer, FetchFault, FetchRequest } from '../../../../main/core/ports.ts';
import { buildSigner, jwksOf, type Signer } from './signer.ts';
import { buildRig, callsOf, fault, fullyVaccinated, reply, type UpstreamRig, visit } from './upstream-rig.ts';

const url = 'https://up.example/.well-known/jwks.json';
const unreachable = 'upstream-unavailable';
const invalid = 'upstream-signature-invalid';

let old: Signer;
let fresh: Signer;
let rig: UpstreamRig;

beforeAll(async () => {
  old = await buildSigner('old');
  fresh = await buildSigner('fresh');
});

beforeEach(() => {
  rig = buildRig({ signature: { mode: 'required', algorithms: ['EdDSA'], jwks: { url } } });
});

/** Reads a status signed by somebody, and answers what the address of the keys is asked with the others. */
async function read(signer: Signer, ...keys: readonly (FetchAnswer | FetchFault)[]): Promise<'ok' | ErrorCode> {
  const iat = Math.floor(rig.clock.now() / 1000);
  const jws = await signer.sign({ vaccination_status: 2, txnId: visit.txnId, iat });
  rig.script(reply(200, { vaccination_status: 2, jws }), ...keys);
  const answer = await callsOf(rig.upstream).readStatus();
  return answer.ok ? 'ok' : answer.error.code;
}

function keyRequests(): FetchRequest[] {
  return rig.requests.filter((request) => request.url === url);
}

describe('the keys', () => {
  it('are fetched when the first signature needs them, and kept', async () => {
    expect(await read(old, reply(200, jwksOf(old)))).toBe('ok');
    expect(await read(old)).toBe('ok');
    expect(keyRequests()).toHaveLength(1);
  });

  it('are asked for without the key of the venue and without a token', async () => {
    await read(old, reply(200, jwksOf(old)));
    expect(keyRequests()[0]).toMatchObject({ method: 'GET', maxBodyBytes: 65_536 });
    expect(keyRequests()[0]?.headers).toEqual({ Accept: 'application/json', 'User-Agent': 'Pravesh/test' });
  });

  it('are fetched once for all who wait', async () => {
    const iat = Math.floor(rig.clock.now() / 1000);
    const signed = reply(200, {
      vaccination_status: 2,
      jws: await old.sign({ vaccination_status: 2, txnId: visit.txnId, iat }),
    });
    rig.script(signed, signed, signed, reply(200, jwksOf(old)));
    const { readStatus } = callsOf(rig.upstream);
    const answers = await Promise.all([readStatus(), readStatus(), readStatus()]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(keyRequests()).toHaveLength(1);
  });

  it('are not needed for a status that is not signed', async () => {
    rig.script(fullyVaccinated);
    await callsOf(rig.upstream).readStatus();
    expect(keyRequests()).toHaveLength(0);
  });
});

describe('a key that is not known', () => {
  it('makes them be fetched again, but not within 30 s', async () => {
    await read(old, reply(200, jwksOf(old)));
    rig.clock.advance(29_999);
    expect(await read(fresh)).toBe(invalid);
    rig.clock.advance(1);
    expect(await read(fresh, reply(200, jwksOf(old, fresh)))).toBe('ok');
    expect(await read(old)).toBe('ok');
    expect(keyRequests()).toHaveLength(2);
  });

  it('is not authentic when it is not among the new ones either', async () => {
    await read(old, reply(200, jwksOf(old)));
    rig.clock.advance(30_000);
    expect(await read(fresh, reply(200, jwksOf(old)))).toBe(invalid);
    expect(await read(fresh)).toBe(invalid);
    expect(keyRequests()).toHaveLength(2);
  });

  it('is not judged while the new ones are out of reach', async () => {
    await read(old, reply(200, jwksOf(old)));
    rig.clock.advance(30_000);
    expect(await read(fresh, fault('refused', false))).toBe(unreachable);
    expect(await read(old)).toBe('ok');
  });
});

describe('keys that cannot be had', () => {
  it.each<[string, FetchAnswer | FetchFault]>([
    ['no answer', fault('refused', false)],
    ['another status', reply(404, '{"keys":[]}')],
    ['a redirect', reply(302, '')],
    ['a page', reply(200, '<html>')],
    ['no set', reply(200, '{"keys":{}}')],
    ['too many', reply(200, { keys: Array.from({ length: 101 }, () => ({ kty: 'OKP' })) })],
  ])('%s: the answer cannot be judged', async (_name, met) => {
    expect(await read(old, met)).toBe(unreachable);
    expect(rig.lines[0]).toBe('{"event":"upstream signature not accepted","reason":"keys-unreachable"}');
  });

  it('are asked for again by the next visitor', async () => {
    expect(await read(old, fault('refused', false))).toBe(unreachable);
    expect(await read(old, reply(200, jwksOf(old)))).toBe('ok');
  });

  it('hold up a call no longer than its own time', async () => {
    const iat = Math.floor(rig.clock.now() / 1000);
    const jws = await old.sign({ vaccination_status: 2, txnId: visit.txnId, iat });
    rig.script(reply(200, { vaccination_status: 2, jws }), 'silence');
    const asked = callsOf(rig.upstream).readStatus();
    await rig.clock.pass(25_000);
    expect(await asked).toMatchObject({ ok: false, error: { code: unreachable } });
  });
});

describe('keys that are an hour old', () => {
  it('are fetched again, and one that was taken back is not accepted any more', async () => {
    await read(old, reply(200, jwksOf(old)));
    rig.clock.advance(3_600_000);
    expect(await read(old, reply(200, jwksOf(fresh)))).toBe(invalid);
    expect(keyRequests()).toHaveLength(2);
  });

  it('serve on while new ones cannot be had, asked for every 30 s', async () => {
    await read(old, reply(200, jwksOf(old)));
    rig.clock.advance(3_600_000);
    expect(await read(old, fault('dns', false))).toBe('ok');
    expect(await read(old)).toBe('ok');
    rig.clock.advance(30_000);
    expect(await read(old, reply(200, jwksOf(old)))).toBe('ok');
    expect(keyRequests()).toHaveLength(3);
  });
});
