import { expect, test } from 'vitest';
import { asha, type Bench, setUp } from './set-up.ts';
import { askStatus, confirmOtp, generateOtp, readAnswer } from './wire-client.ts';

const queueOf = async (sandbox: Bench) => (await fetch(`${sandbox.url}/sandbox/faults`)).json();

test('messages lists the SMS of a number, oldest first, and those of all', async () => {
  const sandbox = await setUp();
  await generateOtp(sandbox, asha.name, asha.number);
  sandbox.pass(1);
  await generateOtp(sandbox, 'Lakshmi Iyer', '9000000002');
  sandbox.pass(180);
  await generateOtp(sandbox, asha.name, asha.number);

  const own = await (await fetch(`${sandbox.url}/sandbox/messages?mobile_number=${asha.number}`)).json();
  expect(own).toEqual(sandbox.messages(asha.number));
  expect(own.map((sms: { sent_at: string }) => sms.sent_at)).toEqual([
    '2026-01-15T04:30:00.000Z',
    '2026-01-15T04:33:01.000Z',
  ]);
  expect(Object.keys(own[0])).toEqual(['mobile_number', 'text', 'otp', 'sent_at']);
  expect(own[0].text).toContain(own[0].otp);

  const all = await (await fetch(`${sandbox.url}/sandbox/messages`)).json();
  expect(all.map((sms: { mobile_number: string }) => sms.mobile_number)).toEqual([
    asha.number,
    '9000000002',
    asha.number,
  ]);
  expect(await (await fetch(`${sandbox.url}/sandbox/messages?mobile_number=9123456789`)).json()).toEqual([]);
});

test('codes differ from visit to visit', async () => {
  const sandbox = await setUp();
  for (let visits = 0; visits < 20; visits += 1) {
    await generateOtp(sandbox, asha.name, asha.number);
    sandbox.pass(180);
  }
  expect(new Set(sandbox.messages(asha.number).map(({ otp }) => otp)).size).toBeGreaterThan(15);
});

test('a fault comes once unless more are asked for, and the answer is the queue', async () => {
  const sandbox = await setUp();
  const answered = await sandbox.fault({ call: 'status', kind: '503' });
  expect([answered.status, await answered.json()]).toEqual([200, [{ call: 'status', kind: '503', times: 1 }]]);
  await sandbox.fault({ call: 'status', kind: '500', times: 2 });
  expect(await queueOf(sandbox)).toHaveLength(2);

  const statuses = [];
  for (let asked = 0; asked < 4; asked += 1) {
    statuses.push((await askStatus(sandbox, 'x')).status);
  }
  expect(statuses).toEqual([503, 500, 500, 401]);
  expect(await queueOf(sandbox)).toEqual([]);
});

test('a fault waits for its own call', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'confirmOTP', kind: '503' });
  const { status, fields } = await generateOtp(sandbox, asha.name, asha.number);
  expect(status).toBe(200);
  expect((await confirmOtp(sandbox, fields.txnId, 'x')).status).toBe(503);
});

test('with any call a fault waits for one in which it makes sense', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'any', kind: 'no-signature' });
  const { fields } = await generateOtp(sandbox, asha.name, asha.number);
  const { fields: confirmed } = await confirmOtp(sandbox, fields.txnId, sandbox.lastOtp(asha.number));
  expect(await queueOf(sandbox)).toHaveLength(1);
  expect((await askStatus(sandbox, confirmed.token)).fields).toEqual({ vaccination_status: 2 });
});

test('what the CDN blocks takes no fault', async () => {
  const sandbox = await setUp({ apiKey: 'right' });
  await sandbox.fault({ call: 'any', kind: '503' });
  expect((await askStatus(sandbox, 'x')).status).toBe(403);
  expect(await queueOf(sandbox)).toHaveLength(1);
});

test('DELETE clears the queue', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'any', kind: '503', times: 5 });
  const cleared = await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
  expect([cleared.status, await cleared.json()]).toEqual([200, []]);
  expect((await askStatus(sandbox, 'x')).status).toBe(401);
});

test.each([
  [{ call: 'any', kind: 'unheard-of' }, 'kind must be one of: 400-USRAUT0012, '],
  [{ call: 'any' }, 'kind must be one of: '],
  [{ call: 'any', kind: 503 }, 'kind must be one of: '],
  [{ kind: '503' }, 'call must be one of: generateOTP, confirmOTP, status, any'],
  [{ call: 'toString', kind: '503' }, 'call must be one of: '],
  [{ call: 'generateOTP', kind: 'stale-iat' }, 'the kind stale-iat makes sense only in the call status'],
  [{ call: 'any', kind: '503', times: 0 }, 'times must be a whole number from 1 to 1000000'],
  [{ call: 'any', kind: '503', times: 1.5 }, 'times must be'],
  [{ call: 'any', kind: '503', times: '2' }, 'times must be'],
])('%j is no fault', async (wish, error) => {
  const sandbox = await setUp();
  const answer = await readAnswer(await sandbox.fault(wish));
  expect(answer).toMatchObject({ status: 400, fields: { error: expect.stringContaining(error) } });
  expect(answer.fields.kinds).toContain('sms-never-comes');
  expect(await queueOf(sandbox)).toEqual([]);
});

test.each([
  [
    { call: 'generate-otp', kind: 'USRAUT0018' },
    { call: 'generateOTP', kind: '400-USRAUT0018' },
  ],
  [
    { call: 'confirmOtp', kind: 'otp-already-sent' },
    { call: 'confirmOTP', kind: 'otp-already-sent' },
  ],
])('%j is understood', async (wish, fault) => {
  const sandbox = await setUp();
  expect((await sandbox.fault(wish)).status).toBe(200);
  expect(await queueOf(sandbox)).toEqual([{ ...fault, times: 1 }]);
});

test('a body that is no JSON object is refused', async () => {
  const sandbox = await setUp();
  const url = `${sandbox.url}/sandbox/faults`;
  expect((await fetch(url, { method: 'POST', body: '{' })).status).toBe(400);
  expect((await fetch(url, { method: 'POST', body: ''.padEnd(70_000) })).status).toBe(413);
});

test('not more than a thousand faults wait', async () => {
  const sandbox = await setUp();
  const wishes = Array.from({ length: 1_000 }, () => sandbox.fault({ call: 'any', kind: '503' }));
  expect((await Promise.all(wishes)).every(({ status }) => status === 200)).toBe(true);
  expect((await sandbox.fault({ call: 'any', kind: '503' })).status).toBe(409);
  expect(await queueOf(sandbox)).toHaveLength(1_000);
});

test('the page tells the people, the calls and the kinds of faults', async () => {
  const people = [{ full_name: '<b>Mo & "Co"</b>', mobile_number: '9000000001', vaccination_status: 1 as const }];
  const sandbox = await setUp({ people });
  const answer = await readAnswer(await fetch(`${sandbox.url}/sandbox`));
  expect(answer).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  expect(answer.text).toContain('&#60;b&#62;Mo &#38; &#34;Co&#34;&#60;/b&#62;');
  for (const word of ['/api/v3/vaccination/confirmOTP', '/sandbox/messages', 'reset-mid-body', '9000000001']) {
    expect(answer.text).toContain(word);
  }
});
