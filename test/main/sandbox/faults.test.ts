import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { usualPace } from '../../../main/sandbox/deliveries.ts';
import { asha, type Bench, obtainToken, setUp, visit } from './set-up.ts';
import { askStatus, confirmOtp, generateOtp, readAnswer, send, type WireAnswer } from './wire-client.ts';

const person = JSON.stringify({ mobile_number: asha.number, full_name: asha.name });
const hurried = { slowMs: 60, dripMs: 5, holdMs: 60 };

/** The signature faults have tests of their own: signature.test.ts. */
const seenElsewhere = [
  'bad-signature',
  'no-signature',
  'status-3',
  'status-string',
  'stale-iat',
  'wrong-status',
  'wrong-txn',
];

const json = 'application/json; charset=utf-8';
const text = 'text/plain; charset=utf-8';
const page = 'text/html; charset=utf-8';
const coded = (errorCode: string, error: string) => ({ status: 400, type: json, fields: { errorCode, error } });

/** Answers that come instead of the true one, whatever the call. */
const instead: Readonly<Record<string, Partial<WireAnswer>>> = {
  '400-USRAUT0012': coded('USRAUT0012', 'OTP is Required'),
  '400-USRAUT0013': coded('USRAUT0013', 'txnId is Required'),
  '400-USRAUT0014': coded('USRAUT0014', 'Invalid OTP'),
  '400-USRAUT0015': coded('USRAUT0015', 'Your account does not exist'),
  '400-USRAUT0018': coded('USRAUT0018', 'Generate OTP failed'),
  '400-USRAUT0024': coded('USRAUT0024', 'Beneficiary Not Registered'),
  'otp-already-sent': { status: 400, type: text, text: 'OTP Already Sent' },
  '401': { status: 401, type: text, text: 'Unauthenticated access!' },
  '403-json': { status: 403, type: json, fields: { message: 'Forbidden' } },
  '403-html': { status: 403, type: page, text: expect.stringContaining('<html') },
  '404': { status: 404, type: json },
  '409': { status: 409, type: json },
  '429': { status: 429, type: json, fields: { error: 'Too Many Requests' } },
  '429-retry-after': { status: 429, type: json, fields: { error: 'Too Many Requests' } },
  '500': { status: 500, type: json },
  '502': { status: 502, type: page },
  '503': { status: 503, type: json },
  '504': { status: 504, type: page },
  'html-200': { status: 200, type: page, text: expect.stringContaining('<html') },
  'redirect-302': { status: 302, text: '' },
  'plain-text': { status: 200, type: text, text: 'OK' },
};

test.each(Object.entries(instead))('%s comes instead of each answer, and nothing is done', async (kind, expected) => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'any', kind, times: 3 });
  expect(await generateOtp(sandbox, asha.name, asha.number)).toMatchObject(expected);
  expect(sandbox.messages(asha.number)).toEqual([]);
  expect(await confirmOtp(sandbox, 'x', '123456')).toMatchObject(expected);
  expect(await askStatus(sandbox, 'x')).toMatchObject(expected);
  expect((await visit(sandbox, asha.name, asha.number)).status).toBe(200);
});

test('only one of the two 429 says how long to wait', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'any', kind: '429' });
  expect((await askStatus(sandbox, 'x')).headers.get('retry-after')).toBeNull();
  await sandbox.fault({ call: 'any', kind: '429-retry-after' });
  expect((await askStatus(sandbox, 'x')).headers.get('retry-after')).toBe('30');
});

test('a redirect leads to a page that answers 200', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'status', kind: 'redirect-302' });
  const followed = await fetch(`${sandbox.baseUrl}/v3/vaccination/status`);
  expect([followed.status, followed.redirected, followed.headers.get('content-type')]).toEqual([200, true, page]);
});

/** Faults after which the call was carried out: the SMS is there, the answer is bad. */
const after: Readonly<Record<string, (sandbox: Bench) => Promise<void>>> = {
  async 'reset-mid-body'(sandbox) {
    const response = await send(sandbox, 'generateOTP', person);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  },
  async slow(sandbox) {
    const began = performance.now();
    expect((await generateOtp(sandbox, asha.name, asha.number)).fields.txnId).toBeTypeOf('string');
    expect(performance.now() - began).toBeGreaterThan(hurried.slowMs - 5);
  },
  async 'slow-headers'(sandbox) {
    const parts = await askRaw(sandbox);
    expect(parts[0]).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(parts[0]).not.toContain('\r\n\r\n');
    expect(parts.length).toBeGreaterThan(5);
    const [head = '', body = ''] = parts.join('').split('\r\n\r\n');
    expect(head.match(/x-drop-/g)).toHaveLength(30);
    expect(head).toContain(`content-length: ${body.length}`);
    expect(JSON.parse(body).txnId).toBeTypeOf('string');
  },
  async 'slow-body'(sandbox) {
    const parts = await askRaw(sandbox);
    expect(parts[0]).toMatch(/\r\n\r\n.{0,4}$/);
    expect(parts.length).toBeGreaterThan(5);
    expect(JSON.parse(parts.join('').split('\r\n\r\n')[1] ?? '').txnId).toBeTypeOf('string');
  },
  async empty(sandbox) {
    const answer = await generateOtp(sandbox, asha.name, asha.number);
    expect(answer).toMatchObject({ status: 200, type: json, text: '' });
  },
  async truncated(sandbox) {
    const answer = await generateOtp(sandbox, asha.name, asha.number);
    expect(answer).toMatchObject({ status: 200, type: json, text: expect.stringMatching(/^\{"txnId":"[0-9a-f-]+$/) });
  },
  async malformed(sandbox) {
    const answer = await generateOtp(sandbox, asha.name, asha.number);
    expect(answer).toMatchObject({ status: 200, type: json, text: expect.stringMatching(/^\{'txnId':'[^']+'\}$/) });
  },
  async 'wrong-type'(sandbox) {
    const answer = await generateOtp(sandbox, asha.name, asha.number);
    expect(answer).toMatchObject({ status: 200, fields: { txnId: [expect.any(String)] } });
  },
  async 'wrong-charset'(sandbox) {
    const response = await send(sandbox, 'generateOTP', person);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-16le');
    const body = new TextDecoder('utf-16le').decode(await response.arrayBuffer());
    expect(JSON.parse(body).txnId).toBeTypeOf('string');
  },
  async 'unknown-fields'(sandbox) {
    const { fields } = await generateOtp(sandbox, asha.name, asha.number);
    expect(Object.keys(fields)).toEqual(['note', 'txnId', 'extra']);
    expect((await confirmOtp(sandbox, fields.txnId, sandbox.lastOtp(asha.number))).status).toBe(200);
  },
  async huge(sandbox) {
    const answer = await generateOtp(sandbox, asha.name, asha.number);
    expect(answer.text.length).toBeGreaterThan(1024 * 1024);
    expect(answer.fields.txnId).toBeTypeOf('string');
  },
};

test.each(Object.entries(after))(
  '%s: the call is carried out, its answer is bad, the next is good',
  async (kind, see) => {
    const sandbox = await setUp({ pace: hurried });
    await sandbox.fault({ call: 'generateOTP', kind });
    await see(sandbox);
    expect(sandbox.messages(asha.number)).toHaveLength(1);
    sandbox.pass(180);
    expect((await visit(sandbox, asha.name, asha.number)).fields.vaccination_status).toBe(asha.status);
  },
);

/** Asks on a raw connection; the pieces in which the answer came. */
function askRaw(sandbox: Bench): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const parts: string[] = [];
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
    socket.on('error', reject);
    socket.on('close', () => resolve(parts));
    socket.on('data', (chunk) => parts.push(String(chunk)));
    const head = `user-agent: x\r\nconnection: close\r\ncontent-length: ${person.length}`;
    socket.write(`POST /api/v3/vaccination/generateOTP HTTP/1.1\r\nhost: x\r\n${head}\r\n\r\n${person}`);
  });
}

test.each(['timeout', 'reset'])('%s: no answer, and nothing is done', async (kind) => {
  const sandbox = await setUp({ pace: hurried });
  await sandbox.fault({ call: 'any', kind });
  await expect(generateOtp(sandbox, asha.name, asha.number)).rejects.toThrow('fetch failed');
  expect(sandbox.messages(asha.number)).toEqual([]);
  expect((await visit(sandbox, asha.name, asha.number)).status).toBe(200);
});

test('a timeout holds the connection and then ends it, a reset ends it at once', async () => {
  const sandbox = await setUp({ pace: hurried });
  await sandbox.fault({ call: 'any', kind: 'timeout' });
  const began = performance.now();
  expect(await askRaw(sandbox)).toEqual([]);
  expect(performance.now() - began).toBeGreaterThan(hurried.holdMs - 5);
  await sandbox.fault({ call: 'any', kind: 'reset' });
  await expect(askRaw(sandbox)).rejects.toThrow('ECONNRESET');
});

test('a client that gives up on a slow answer is forgotten', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'any', kind: 'timeout' });
  const stop = new AbortController();
  const waiting = fetch(`${sandbox.baseUrl}/v3/vaccination/status`, { signal: stop.signal });
  const ended = expect(waiting).rejects.toThrow('aborted');
  await expect.poll(async () => (await fetch(`${sandbox.url}/sandbox/faults`)).json()).toEqual([]);
  stop.abort();
  await ended;
  expect((await visit(sandbox, asha.name, asha.number)).status).toBe(200);
});

test('sms-never-comes: the code is out, nobody gets it, and the next has to wait', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'generateOTP', kind: 'sms-never-comes' });
  expect((await generateOtp(sandbox, asha.name, asha.number)).fields.txnId).toBeTypeOf('string');
  expect(sandbox.messages(asha.number)).toEqual([]);
  expect((await generateOtp(sandbox, asha.name, asha.number)).text).toBe('OTP Already Sent');
  sandbox.pass(180);
  expect((await visit(sandbox, asha.name, asha.number)).status).toBe(200);
});

test('a bad answer to a bad request stays a refusal', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'any', kind: 'wrong-type' });
  expect(await generateOtp(sandbox, 'Nobody', asha.number)).toMatchObject(instead['400-USRAUT0015'] ?? {});
});

test('the faults of the status change each of its fields', async () => {
  const sandbox = await setUp();
  const token = await obtainToken(sandbox, asha.name, asha.number);
  await sandbox.fault({ call: 'status', kind: 'wrong-type' });
  expect((await askStatus(sandbox, token)).fields).toEqual({ vaccination_status: [2], jws: [expect.any(String)] });
  await sandbox.fault({ call: 'status', kind: 'unknown-fields' });
  expect((await askStatus(sandbox, token)).fields).toMatchObject({ vaccination_status: 2, note: expect.any(String) });
});

test('every kind of fault is looked at in these tests', async () => {
  const sandbox = await setUp();
  const { kinds } = Object((await readAnswer(await sandbox.fault({ call: 'any', kind: '' }))).fields);
  const seen = [
    ...Object.keys(instead),
    ...Object.keys(after),
    ...seenElsewhere,
    'timeout',
    'reset',
    'sms-never-comes',
  ];
  expect([...kinds].sort()).toEqual(seen.sort());
});

test('unhurried, a slow answer takes 3 s, drops come a second apart, and a silent socket ends after a minute', () => {
  expect(usualPace).toEqual({ slowMs: 3_000, dripMs: 1_000, holdMs: 60_000 });
});
