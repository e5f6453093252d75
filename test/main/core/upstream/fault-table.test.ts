/** Every row of kyc-vs.md's error table and of trust.md's list of faults, on each of the three calls. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../main/contract/public.ts';
import type { FetchAnswer } from '../../../../main/core/ports.ts';
import { codeOfAnswer } from '../../../../main/core/upstream/fault-table.ts';
import { buildRig, callsOf, fault, otpConfirmed, otpSent, reply } from './upstream-rig.ts';

type Codes = readonly [generateOtp: ErrorCode, confirmOtp: ErrorCode, readStatus: ErrorCode];

const calls = ['generateOtp', 'confirmOtp', 'readStatus'] as const;
const malformed: Codes = ['upstream-malformed', 'upstream-malformed', 'upstream-malformed'];
const unavailable: Codes = ['upstream-unavailable', 'upstream-unavailable', 'upstream-unavailable'];
const forbidden: Codes = ['upstream-forbidden', 'upstream-forbidden', 'upstream-forbidden'];
const unknown: Codes = ['person-unknown', 'person-unknown', 'person-unknown'];
const limited: Codes = ['upstream-rate-limited', 'upstream-rate-limited', 'upstream-rate-limited'];
const perhapsWrong: Codes = ['upstream-malformed', 'otp-wrong', 'upstream-malformed'];
const unauthenticated: Codes = ['upstream-forbidden', 'otp-wrong', 'upstream-malformed'];

const html = '<!doctype html><title>Welcome to our Wi-Fi</title>';

const rows: readonly [string, FetchAnswer, Codes][] = [
  ['account unknown', reply(400, { errorCode: 'USRAUT0015', error: 'Your account does not exist' }), unknown],
  ['nobody registered', reply(400, { errorCode: 'USRAUT0024', error: 'Beneficiary Not Registered' }), unknown],
  ['wrong OTP', reply(400, { errorCode: 'USRAUT0014', error: 'Invalid OTP' }), perhapsWrong],
  ['OTP missing', reply(400, { errorCode: 'USRAUT0012', error: 'OTP is Required' }), malformed],
  ['txnId missing', reply(400, { errorCode: 'USRAUT0013', error: 'txnId is Required' }), malformed],
  ['SMS side refused', reply(400, { errorCode: 'USRAUT0018', error: 'Generate OTP failed' }), unavailable],
  [
    'asked again too soon',
    reply(400, 'OTP Already Sent'),
    ['otp-too-soon', 'upstream-malformed', 'upstream-malformed'],
  ],
  [
    'asked again too soon, as JSON',
    reply(400, { error: 'OTP already sent ' }),
    ['otp-too-soon', 'upstream-malformed', 'upstream-malformed'],
  ],
  [
    'asked again too soon, as a JSON text',
    reply(400, '"OTP Already Sent"'),
    ['otp-too-soon', 'upstream-malformed', 'upstream-malformed'],
  ],
  ['400 of another code', reply(400, { errorCode: 'USRAUT9999', error: 'New' }), perhapsWrong],
  ['400 of a code named as a property of every object', reply(400, { errorCode: 'constructor' }), perhapsWrong],
  ['400 with a code that is no text', reply(400, { errorCode: 15, error: null }), perhapsWrong],
  ['400 with nothing', reply(400, ''), perhapsWrong],
  ['400 with a page', reply(400, html), malformed],
  ['400 that is not UTF-8', { status: 400, headers: {}, body: Uint8Array.of(0xff, 0xfe, 0x7b) }, perhapsWrong],
  ['dead token or transaction', reply(401, 'Unauthenticated access!'), unauthenticated],
  ['401 with nothing', reply(401, ''), unauthenticated],
  ['401 that names the person', reply(401, { errorCode: 'USRAUT0015' }), unknown],
  ['401 with a page', reply(401, ` \n${html}`), malformed],
  ['no or wrong key', reply(403, { message: 'Forbidden' }), forbidden],
  ['turned away by the CDN', reply(403, html), forbidden],
  ['not found', reply(404, { message: 'Not Found' }), malformed],
  ['conflict', reply(409, ''), malformed],
  ['rate limit', reply(429, { error: 'Too Many Requests' }), limited],
  ['rate limit that says how long', reply(429, '', { 'retry-after': '30' }), limited],
  ['500', reply(500, { errorCode: 'USRAUT0015' }), unavailable],
  ['502', reply(502, html), unavailable],
  ['503', reply(503, ''), unavailable],
  ['504', reply(504, ''), unavailable],
  ['captive portal that redirects', reply(302, '', { location: 'http://portal.example/' }), malformed],
  ['moved for good', reply(301, ''), malformed],
  ['not modified', reply(304, ''), malformed],
  ['created', reply(201, { txnId: 't', token: 'a.b.c', vaccination_status: 2 }), malformed],
  ['nothing to say', reply(204, ''), malformed],
  ['a teapot', reply(418, ''), malformed],
];

describe('an answer that is not a success', () => {
  it.each(rows)('%s', (_name, answer, codes) => {
    expect(calls.map((call) => codeOfAnswer(call, answer))).toEqual(codes);
  });
});

const nothing: readonly [string, FetchAnswer][] = [
  ['a page of a captive portal', reply(200, html, { 'content-type': 'text/html' })],
  ['nothing', reply(200, '')],
  ['plain text', reply(200, 'OK')],
  ['truncated JSON', reply(200, '{"txnId":"a","token":"a.b.c","vaccination_status":2')],
  ['an array', reply(200, [2])],
  ['null', reply(200, 'null')],
  ['a bare number', reply(200, '2')],
  ['other fields', reply(200, { ok: true })],
  ['wrong types', reply(200, { txnId: 7, token: {}, vaccination_status: '2' })],
  ['empty texts', reply(200, { txnId: '', token: '', vaccination_status: '' })],
  ['an error under a 200', reply(200, { errorCode: 'USRAUT0014', error: 'Invalid OTP' })],
  ['UTF-16', { status: 200, headers: {}, body: Buffer.from('{"vaccination_status":2,"txnId":"a"}', 'utf16le') }],
  [
    'Latin-1',
    { status: 200, headers: {}, body: Buffer.from('{"vaccination_status":2,"txnId":"a","n":"\u00e9"}', 'latin1') },
  ],
];

describe('a success whose body is none', () => {
  for (const call of calls) {
    it.each(nothing)(`${call}: %s`, async (_name, answer) => {
      const rig = buildRig();
      rig.script(answer);
      expect(await callsOf(rig.upstream)[call]()).toMatchObject({ ok: false, error: { code: 'upstream-malformed' } });
    });
  }

  it.each([3, -1, 1.5, '2', '0', true, null, [2], { value: 2 }])('a status of %j is malformed', async (status) => {
    const rig = buildRig();
    rig.script(reply(200, { vaccination_status: status }));
    const answer = await callsOf(rig.upstream).readStatus();
    expect(answer).toMatchObject({ ok: false, error: { code: 'upstream-malformed' } });
  });

  it('a status of minus zero is malformed', async () => {
    const rig = buildRig();
    rig.script(reply(200, '{"vaccination_status":-0}'));
    expect((await callsOf(rig.upstream).readStatus()).ok).toBe(false);
  });

  it.each(['a b', 'a\nb', 'a"b', 'आ', 'x'.repeat(129)])('a transaction of %j is malformed', async (txnId) => {
    const rig = buildRig();
    rig.script(reply(200, { txnId }));
    expect((await callsOf(rig.upstream).generateOtp()).ok).toBe(false);
  });

  it.each(['a b', 'a.b.c\r\nx-api-key: d', 'a.b.c\n', 'a.b.é', 'x'.repeat(8_193)])(
    'a token of %j is malformed',
    async (token) => {
      const rig = buildRig();
      rig.script(reply(200, { token }));
      expect((await callsOf(rig.upstream).confirmOtp()).ok).toBe(false);
    },
  );
});

describe('a success', () => {
  it('is taken with unknown fields, white space and a byte-order mark', async () => {
    const rig = buildRig();
    rig.script(reply(200, '\ufeff {"more":{"x":1}, "txnId" : "a-1"}\r\n'), reply(200, { token: 'a.b.c', x: null }));
    rig.script(reply(200, '{"vaccination_status":0,"name":"\u0906\u0936\u093e"}'));
    expect(await callsOf(rig.upstream).generateOtp()).toEqual({ ok: true, value: { txnId: 'a-1' } });
    expect(await callsOf(rig.upstream).confirmOtp()).toEqual({ ok: true, value: { token: 'a.b.c' } });
    expect(await callsOf(rig.upstream).readStatus()).toMatchObject({ ok: true, value: { status: 0 } });
  });
});

describe('no answer', () => {
  const kinds = [
    ['dns', false, unavailable],
    ['refused', false, unavailable],
    ['connect-timeout', false, unavailable],
    ['tls', false, unavailable],
    ['reset', true, unavailable],
    ['headers-timeout', true, unavailable],
    ['body-timeout', true, unavailable],
    ['aborted', true, unavailable],
    ['too-large', true, malformed],
    ['protocol', true, malformed],
  ] as const;

  it.each(kinds)('%s', async (kind, sent, codes) => {
    for (const [index, call] of calls.entries()) {
      const rig = buildRig();
      rig.script(fault(kind, sent), fault(kind, sent), fault(kind, sent));
      const asked = callsOf(rig.upstream)[call]();
      await rig.clock.pass(5_000);
      expect(await asked).toMatchObject({ ok: false, error: { code: codes[index] } });
    }
  });
});

describe('how long to wait', () => {
  const waits = [
    ['otp-too-soon', reply(400, 'OTP Already Sent'), 180_000],
    ['upstream-rate-limited', reply(429, ''), 60_000],
    ['upstream-rate-limited', reply(429, '', { 'retry-after': '30' }), 30_000],
    ['upstream-rate-limited', reply(429, '', { 'retry-after': '999999' }), 300_000],
    ['upstream-unavailable', reply(503, '', { 'retry-after': '20' }), 20_000],
    ['upstream-unavailable', reply(503, ''), undefined],
    ['upstream-forbidden', reply(403, '', { 'retry-after': '20' }), undefined],
  ] as const;

  it.each(waits)('%s', async (code, answer, retryAfterMs) => {
    const rig = buildRig();
    rig.script(answer);
    const asked = await callsOf(rig.upstream).generateOtp();
    expect(asked.ok ? asked : [asked.error.code, asked.error.retryAfterMs]).toEqual([code, retryAfterMs]);
  });
});

describe('the messages', () => {
  it('of faults are the titles of their codes', async () => {
    const rig = buildRig();
    rig.script(otpSent, otpConfirmed, reply(400, { errorCode: 'USRAUT0024', error: 'Asha Kumari 9876543210' }));
    await callsOf(rig.upstream).generateOtp();
    await callsOf(rig.upstream).confirmOtp();
    expect(await callsOf(rig.upstream).readStatus()).toEqual({
      ok: false,
      error: { code: 'person-unknown', message: 'The service knows nobody with this name and number' },
    });
  });
});
