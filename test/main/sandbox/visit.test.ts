import { expect, test } from 'vitest';
import { asha, obtainToken, setUp, visit } from './set-up.ts';
import { askStatus, confirmOtp, generateOtp, send, sha256 } from './wire-client.ts';

const refused = (errorCode: string, error: string) => ({ status: 400, fields: { errorCode, error } });
const unauthenticated = { status: 401, type: 'text/plain; charset=utf-8', text: 'Unauthenticated access!' };

test('a person asks for a code, confirms it and gets the status', async () => {
  const sandbox = await setUp();
  const generated = await generateOtp(sandbox, asha.name, asha.number);
  expect(generated).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
  expect(Object.keys(generated.fields)).toEqual(['txnId']);
  expect(generated.fields.txnId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

  const otp = sandbox.lastOtp(asha.number);
  expect(otp).toMatch(/^[0-9]{6}$/);
  const confirmed = await confirmOtp(sandbox, generated.fields.txnId, otp);
  expect(confirmed.status).toBe(200);
  expect(Object.keys(confirmed.fields)).toEqual(['token']);

  const status = await askStatus(sandbox, confirmed.fields.token);
  expect(status).toMatchObject({ status: 200, fields: { vaccination_status: asha.status } });
});

test('the token carries the mobile number and says when it dies', async () => {
  const sandbox = await setUp();
  const token = String(await obtainToken(sandbox, asha.name, asha.number));
  const [header, payload] = token.split('.', 2).map((part) => JSON.parse(String(Buffer.from(part, 'base64url'))));
  expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(payload.mobile_number).toBe(asha.number);
  expect(payload.exp - payload.iat).toBe(900);
});

test('every person of the shipped file gets the status that stands there', async () => {
  const sandbox = await setUp();
  expect(sandbox.people).toHaveLength(12);
  for (const person of sandbox.people) {
    const answer = await visit(sandbox, person.full_name, person.mobile_number);
    expect([person.full_name, answer.fields.vaccination_status]).toEqual([person.full_name, person.vaccination_status]);
  }
  expect(new Set(sandbox.people.map((person) => person.vaccination_status))).toEqual(new Set([0, 1, 2]));
});

test('a family on one number: one after the other, each with an own status', async () => {
  const sandbox = await setUp();
  const number = '9000000004';
  const first = await generateOtp(sandbox, 'Ramesh Sharma', number);
  const early = await generateOtp(sandbox, 'Sunita Sharma', number);
  expect(early).toMatchObject({ status: 400, text: 'OTP Already Sent' });

  const confirmed = await confirmOtp(sandbox, first.fields.txnId, sandbox.lastOtp(number));
  expect((await askStatus(sandbox, confirmed.fields.token)).fields.vaccination_status).toBe(2);
  expect((await visit(sandbox, 'Sunita Sharma', number)).fields.vaccination_status).toBe(1);
  expect((await visit(sandbox, 'आरव शर्मा', number)).fields.vaccination_status).toBe(0);
});

test('a code is sent again only when its time is over, and then the old transaction is dead', async () => {
  const sandbox = await setUp();
  const first = await generateOtp(sandbox, asha.name, asha.number);
  const firstOtp = sandbox.lastOtp(asha.number);
  sandbox.pass(179);
  const early = await generateOtp(sandbox, asha.name, asha.number);
  expect(early).toMatchObject({ status: 400, type: 'text/plain; charset=utf-8', text: 'OTP Already Sent' });
  expect(sandbox.messages(asha.number)).toHaveLength(1);

  sandbox.pass(1);
  expect((await generateOtp(sandbox, asha.name, asha.number)).status).toBe(200);
  expect(await confirmOtp(sandbox, first.fields.txnId, firstOtp)).toMatchObject(unauthenticated);
  expect(await confirmOtp(sandbox, first.fields.txnId, sandbox.lastOtp(asha.number))).toMatchObject(unauthenticated);
});

test('a code lives as long as it was told to', async () => {
  const sandbox = await setUp({ otpSeconds: 20 });
  const first = await generateOtp(sandbox, asha.name, asha.number);
  sandbox.pass(20);
  expect(await confirmOtp(sandbox, first.fields.txnId, sandbox.lastOtp(asha.number))).toMatchObject(unauthenticated);
  const second = await generateOtp(sandbox, asha.name, asha.number);
  sandbox.pass(19);
  expect((await confirmOtp(sandbox, second.fields.txnId, sandbox.lastOtp(asha.number))).status).toBe(200);
});

test('a wrong code is refused and the right one still works, once', async () => {
  const sandbox = await setUp();
  const { fields } = await generateOtp(sandbox, asha.name, asha.number);
  const otp = sandbox.lastOtp(asha.number);
  const wrong = otp === '000000' ? '000001' : '000000';
  expect(await confirmOtp(sandbox, fields.txnId, wrong)).toMatchObject(refused('USRAUT0014', 'Invalid OTP'));
  expect((await confirmOtp(sandbox, fields.txnId, otp)).status).toBe(200);
  expect(await confirmOtp(sandbox, fields.txnId, otp)).toMatchObject(unauthenticated);
});

test.each([
  ['the code itself', (otp: string) => otp],
  ['its hash in capitals', (otp: string) => sha256(otp).toUpperCase()],
])('%s is not the code', async (_name, form) => {
  const sandbox = await setUp();
  const { fields } = await generateOtp(sandbox, asha.name, asha.number);
  const body = JSON.stringify({ otp: form(sandbox.lastOtp(asha.number)), txnId: fields.txnId });
  expect(await (await send(sandbox, 'confirmOTP', body)).json()).toMatchObject({ errorCode: 'USRAUT0014' });
});

test('two confirmations at the same moment give one token', async () => {
  const sandbox = await setUp();
  const { fields } = await generateOtp(sandbox, asha.name, asha.number);
  const otp = sandbox.lastOtp(asha.number);
  const answers = await Promise.all([1, 2, 3, 4].map(() => confirmOtp(sandbox, fields.txnId, otp)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
});

test('a token works again and again until it is 15 minutes old', async () => {
  const sandbox = await setUp();
  const token = await obtainToken(sandbox, asha.name, asha.number);
  sandbox.pass(899);
  expect((await askStatus(sandbox, token)).status).toBe(200);
  expect((await askStatus(sandbox, token)).status).toBe(200);
  sandbox.pass(1);
  expect(await askStatus(sandbox, token)).toMatchObject(unauthenticated);
});

test('a token of another sandbox, a changed one and none are refused', async () => {
  const [sandbox, other] = await Promise.all([setUp(), setUp()]);
  const foreign = await obtainToken(other, asha.name, asha.number);
  expect(await askStatus(sandbox, foreign)).toMatchObject(unauthenticated);
  const [header = '', , signature = ''] = String(await obtainToken(sandbox, asha.name, asha.number)).split('.');
  const payload = Buffer.from('{"mobile_number":"9000000004"}').toString('base64url');
  expect(await askStatus(sandbox, [header, payload, signature].join('.'))).toMatchObject(unauthenticated);
  const bare = await send(sandbox, 'status');
  expect([bare.status, await bare.text()]).toEqual([401, 'Unauthenticated access!']);
});

test('fields that the service does not know are ignored', async () => {
  const sandbox = await setUp();
  const person = { mobile_number: asha.number, full_name: asha.name, email: 'a@example.org', email_id: null };
  const { txnId } = Object(await (await send(sandbox, 'generateOTP', JSON.stringify(person))).json());
  const otp = sha256(sandbox.lastOtp(asha.number));
  const confirmed = await send(sandbox, 'confirmOTP', JSON.stringify({ extra: {}, txnId, otp }));
  expect(confirmed.status).toBe(200);
});

test.each([
  ['the name as it is registered', "José D'Souza", '9000000006'],
  ['the name in NFD', "José D'Souza".normalize('NFD'), '9000000006'],
  ['capitals', "JOSÉ D'SOUZA", '9000000006'],
  ['small letters and much white space', '  asha \t\u00a0 kumari\n', asha.number],
  ['full-width letters', 'Ａｓｈａ　Ｋｕｍａｒｉ', asha.number],
  ['nukta letters as one code point', '\u095e\u093e\u0924\u093f\u092e\u093e \u0936\u0947\u0959', '9000000007'],
  [
    'nukta letters as two code points',
    '\u092b\u093c\u093e\u0924\u093f\u092e\u093e \u0936\u0947\u0916\u093c',
    '9000000007',
  ],
  ['Devanagari with a joiner', 'आरव शर्\u200dमा', '9000000004'],
])('a name is recognised: %s', async (_form, name, number) => {
  const sandbox = await setUp();
  expect((await generateOtp(sandbox, name, number)).status).toBe(200);
});

test.each([
  ['an unknown number', asha.name, '9123456789'],
  ['a known number and another name', 'Asha Kumar', asha.number],
  ['a name of another number', 'Lakshmi Iyer', asha.number],
  ['white space left out', 'AshaKumari', asha.number],
])('nobody is known by %s', async (_form, name, number) => {
  const sandbox = await setUp();
  const answer = await generateOtp(sandbox, name, number);
  expect(answer).toMatchObject(refused('USRAUT0015', 'Your account does not exist'));
  expect(sandbox.messages(number)).toEqual([]);
});
