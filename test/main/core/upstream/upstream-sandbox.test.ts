/** The client against the sandbox: a signed visit, and every fault that the sandbox knows. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../main/contract/public.ts';
import { buildUpstream, type Upstream } from '../../../../main/core/upstream/upstream.ts';
import { buildClock } from '../../../../main/platform/clock.ts';
import { buildFetch, type NodeFetch } from '../../../../main/platform/fetch.ts';
import { faultKinds } from '../../../../main/sandbox/fault-kinds.ts';
import { type Sandbox, startSandbox } from '../../../../main/sandbox/sandbox.ts';
import { asha, buildSpyLogger, upstreamSettings } from './upstream-rig.ts';

/** What a fault ends with on call 1, 2 and 3; one word for all of them; `-` where the sandbox does not know it. */
const endings: Readonly<Record<string, string>> = {
  '400-USRAUT0012': 'upstream-malformed',
  '400-USRAUT0013': 'upstream-malformed',
  '400-USRAUT0014': 'upstream-malformed otp-wrong upstream-malformed',
  '400-USRAUT0015': 'person-unknown',
  '400-USRAUT0018': 'upstream-unavailable',
  '400-USRAUT0024': 'person-unknown',
  'otp-already-sent': 'otp-too-soon upstream-malformed upstream-malformed',
  '401': 'upstream-forbidden otp-wrong upstream-malformed',
  '403-json': 'upstream-forbidden',
  '403-html': 'upstream-forbidden',
  '404': 'upstream-malformed',
  '409': 'upstream-malformed',
  '429': 'upstream-rate-limited',
  '429-retry-after': 'upstream-rate-limited',
  '500': 'upstream-unavailable',
  '502': 'upstream-unavailable',
  '503': 'upstream-unavailable',
  '504': 'upstream-unavailable',
  timeout: 'upstream-unavailable',
  reset: 'upstream-unavailable',
  'reset-mid-body': 'upstream-unavailable',
  slow: 'ok',
  'slow-headers': 'upstream-unavailable',
  'slow-body': 'upstream-unavailable',
  empty: 'upstream-malformed',
  truncated: 'upstream-malformed',
  malformed: 'upstream-malformed',
  'wrong-type': 'upstream-malformed',
  'wrong-charset': 'upstream-malformed',
  'unknown-fields': 'ok',
  huge: 'upstream-malformed',
  'html-200': 'upstream-malformed',
  'redirect-302': 'upstream-malformed',
  'plain-text': 'upstream-malformed',
  'status-3': '- - upstream-malformed',
  'status-string': '- - upstream-malformed',
  'bad-signature': '- - upstream-signature-invalid',
  'no-signature': '- - upstream-signature-invalid',
  'wrong-txn': '- - upstream-signature-invalid',
  'wrong-status': '- - upstream-signature-invalid',
  'stale-iat': '- - upstream-signature-invalid',
  'sms-never-comes': 'ok - -',
};

/** Faults that are met by waiting; their calls are made with little patience. */
const slowKinds: readonly string[] = ['timeout', 'slow-headers', 'slow-body'];

const pace = { slowMs: 50, dripMs: 100 };

let sandbox: Sandbox;
let port: NodeFetch;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, apiKey: 'key-of-the-test', pace });
  port = buildFetch();
});

afterEach(async () => {
  await port.close();
  await sandbox.close();
});

/** A client that wants signatures and has the sandbox's keys. */
function client(patienceMs = 5_000): Upstream {
  const jwks = { url: `${sandbox.url}/.well-known/jwks.json` };
  return buildUpstream({
    settings: upstreamSettings({
      baseUrl: sandbox.baseUrl,
      signature: { mode: 'required', algorithms: ['EdDSA', 'ES256', 'RS256'], jwks },
      timeouts: { connectMs: 5_000, headersMs: patienceMs, bodyMs: patienceMs },
    }),
    fetch: port.fetch,
    clock: buildClock(),
    random: { bytes: (count) => new Uint8Array(count) },
    logger: buildSpyLogger([]),
    budget: { spend: () => 0 },
  });
}

/** Goes through a visit up to the call that fails; a fresh client makes that one. */
async function endOf(failing: 0 | 1 | 2, kind: string): Promise<'ok' | ErrorCode> {
  const upstream = client();
  const failingUpstream = client(slowKinds.includes(kind) ? 150 : undefined);
  const by = (nth: number): Upstream => (nth === failing ? failingUpstream : upstream);
  await spoil(0, failing, kind);
  const sent = await by(0).generateOtp(asha);
  if (failing === 0 || !sent.ok) {
    return sent.ok ? 'ok' : sent.error.code;
  }
  const { txnId } = sent.value;
  await spoil(1, failing, kind);
  const otp = sandbox.messages(asha.mobileNumber).at(-1)?.otp ?? '';
  const confirmed = await by(1).confirmOtp({ otp, txnId });
  if (failing === 1 || !confirmed.ok) {
    return confirmed.ok ? 'ok' : confirmed.error.code;
  }
  await spoil(2, failing, kind);
  const read = await by(2).readStatus({ token: confirmed.value.token, txnId });
  return read.ok ? 'ok' : read.error.code;
}

async function spoil(nth: number, failing: number, kind: string): Promise<void> {
  if (nth === failing) {
    const call = ['generateOTP', 'confirmOTP', 'status'][nth];
    const response = await fetch(`${sandbox.url}/sandbox/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ call, kind, times: 3 }),
    });
    expect(response.ok).toBe(true);
  }
}

describe('a signed visit', () => {
  it('ends with the status of the person', async () => {
    const upstream = client();
    const sent = await upstream.generateOtp(asha);
    const txnId = sent.ok ? sent.value.txnId : '';
    const otp = sandbox.messages(asha.mobileNumber)[0]?.otp ?? '';
    const wrong = otp === '000000' ? '000001' : '000000';
    expect(await upstream.confirmOtp({ otp: wrong, txnId })).toMatchObject({ error: { code: 'otp-wrong' } });
    const confirmed = await upstream.confirmOtp({ otp, txnId });
    const token = confirmed.ok ? confirmed.value.token : '';
    expect(await upstream.readStatus({ token, txnId })).toMatchObject({ ok: true, value: { status: 2 } });
  });

  it('is not begun for somebody unknown, nor twice within the window', async () => {
    const upstream = client();
    expect(await upstream.generateOtp({ fullName: 'Nobody', mobileNumber: '9123456789' })).toMatchObject({
      error: { code: 'person-unknown' },
    });
    expect((await upstream.generateOtp(asha)).ok).toBe(true);
    expect(await upstream.generateOtp(asha)).toMatchObject({
      error: { code: 'otp-too-soon', retryAfterMs: 180_000 },
    });
  });
});

describe('each fault of the sandbox', () => {
  it('is in the list', () => {
    expect(Object.keys(endings).sort()).toEqual(Array.from(faultKinds.keys()).sort());
  });

  it.each(Object.entries(endings))('%s: %s', async (kind, ending) => {
    const words = ending.split(' ');
    const expected = words.length === 1 ? [ending, ending, ending] : words;
    const ended: string[] = [];
    for (const failing of [0, 1, 2] as const) {
      ended.push(expected[failing] === '-' ? '-' : await fresh(() => endOf(failing, kind)));
    }
    expect(ended).toEqual(expected);
  });
});

/** Every visit has a sandbox of its own: the window of 180 s is about the number. */
async function fresh<T>(run: () => Promise<T>): Promise<T> {
  await sandbox.close();
  sandbox = await startSandbox({ port: 0, apiKey: 'key-of-the-test', pace });
  return run();
}
