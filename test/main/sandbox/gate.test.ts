import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { asha, setUp } from './set-up.ts';
import { generateOtp, readAnswer, send } from './wire-client.ts';

const person = JSON.stringify({ mobile_number: asha.number, full_name: asha.name });

test('a key is asked for when the sandbox has one', async () => {
  const sandbox = await setUp({ apiKey: 'right' });
  for (const headers of [{}, { 'x-api-key': 'wrong' }, { 'x-api-key': '' }]) {
    const answer = await readAnswer(await send(sandbox, 'generateOTP', person, headers));
    expect(answer).toMatchObject({ status: 403, fields: { message: 'Forbidden' } });
  }
  expect((await send(sandbox, 'status')).status).toBe(403);
  expect(sandbox.messages(asha.number)).toEqual([]);
  expect((await send(sandbox, 'generateOTP', person, { 'x-api-key': 'right' })).status).toBe(200);
});

test('without a key any key will do', async () => {
  const sandbox = await setUp();
  expect((await send(sandbox, 'generateOTP', person, { 'x-api-key': 'whatever' })).status).toBe(200);
});

test('a client without a User-Agent meets the page of the CDN, also with the right key', async () => {
  const sandbox = await setUp({ apiKey: 'right' });
  const { status, type, body } = await askBare(`${sandbox.baseUrl}/v3/vaccination/generateOTP`, {
    'x-api-key': 'right',
  });
  expect([status, type]).toEqual([403, 'text/html; charset=utf-8']);
  expect(body).toContain('<!doctype html>');
  expect(sandbox.messages(asha.number)).toEqual([]);
});

/** Asks with node:http, which adds no User-Agent of its own. */
function askBare(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; type: string | undefined; body: string }>((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode, type: response.headers['content-type'], body }));
    });
    asked.end(person);
  });
}

test.each([
  ['no body', '', 'the body is not JSON'],
  ['half a body', '{"mobile_number":', 'the body is not JSON'],
  ['a list', '[]', 'the body must be a JSON object'],
  ['null', 'null', 'the body must be a JSON object'],
  ['a word', '"9876543210"', 'the body must be a JSON object'],
  ['no number', '{"full_name":"Asha Kumari"}', 'mobile_number must be a string of ten digits'],
  ['a JSON number', '{"mobile_number":9876543210,"full_name":"A"}', 'mobile_number must be a string of ten digits'],
  ['+91', '{"mobile_number":"+919876543210","full_name":"A"}', 'mobile_number must be a string of ten digits'],
  ['no name', '{"mobile_number":"9876543210"}', 'full_name is required'],
  ['an empty name', '{"mobile_number":"9876543210","full_name":" "}', 'full_name is required'],
])('generateOTP says what is wrong with %s', async (_name, body, error) => {
  const sandbox = await setUp();
  expect(await readAnswer(await send(sandbox, 'generateOTP', body))).toMatchObject({ status: 400, fields: { error } });
});

test.each([
  ['{}', 'USRAUT0012', 'OTP is Required'],
  ['{"txnId":"x","otp":""}', 'USRAUT0012', 'OTP is Required'],
  ['{"txnId":"x","otp":123456}', 'USRAUT0012', 'OTP is Required'],
  ['{"otp":"x"}', 'USRAUT0013', 'txnId is Required'],
  ['{"otp":"x","txnId":null}', 'USRAUT0013', 'txnId is Required'],
])('confirmOTP names the field that is missing in %s', async (body, errorCode, error) => {
  const sandbox = await setUp();
  const answer = await readAnswer(await send(sandbox, 'confirmOTP', body));
  expect(answer).toMatchObject({ status: 400, fields: { errorCode, error } });
});

test('an unknown transaction is dead', async () => {
  const sandbox = await setUp();
  const answer = await readAnswer(await send(sandbox, 'confirmOTP', '{"otp":"x","txnId":"x"}'));
  expect(answer).toMatchObject({ status: 401, text: 'Unauthenticated access!' });
});

test('bytes that are not UTF-8 are not JSON', async () => {
  const sandbox = await setUp();
  const url = `${sandbox.baseUrl}/v3/vaccination/generateOTP`;
  const body = Buffer.concat([Buffer.from('{"full_name":"'), Buffer.from([0xff]), Buffer.from('"}')]);
  expect((await fetch(url, { method: 'POST', body })).status).toBe(400);
});

test('any content type will do', async () => {
  const sandbox = await setUp();
  expect((await send(sandbox, 'generateOTP', person, { 'content-type': 'text/plain' })).status).toBe(200);
});

test('a body of 64 KiB is read, a larger one is not', async () => {
  const sandbox = await setUp();
  expect((await send(sandbox, 'generateOTP', person.padEnd(64 * 1024 + 1))).status).toBe(413);
  expect((await send(sandbox, 'generateOTP', person.padEnd(5_000_000))).status).toBe(413);
  expect(sandbox.messages(asha.number)).toEqual([]);
  expect((await send(sandbox, 'generateOTP', person.padEnd(64 * 1024))).status).toBe(200);
});

test('an unknown path is 404, a wrong method 405, both in JSON', async () => {
  const sandbox = await setUp();
  for (const path of [
    '/',
    '/api',
    '/api/v3/vaccination',
    '/api/v2/vaccination/status',
    '/sandbox/other',
    '/api/v3/vaccination/status/',
  ]) {
    const answer = await readAnswer(await fetch(sandbox.url + path));
    expect([path, answer.status, answer.type]).toEqual([path, 404, 'application/json; charset=utf-8']);
  }
  const got = await readAnswer(await fetch(`${sandbox.baseUrl}/v3/vaccination/generateOTP`));
  expect(got).toMatchObject({ status: 405, fields: { error: 'Method Not Allowed' } });
  expect(got.headers.get('allow')).toBe('POST');
  const posted = await fetch(`${sandbox.baseUrl}/v3/vaccination/status`, { method: 'POST', body: '{}' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
});

test('a query behind the path does not matter', async () => {
  const sandbox = await setUp();
  const url = `${sandbox.baseUrl}/v3/vaccination/generateOTP?x=1`;
  expect((await fetch(url, { method: 'POST', body: person })).status).toBe(200);
});

test('a client that leaves in the middle of its request disturbs nobody', async () => {
  const sandbox = await setUp();
  const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
  const left = new Promise((resolve) => socket.on('close', resolve));
  const head =
    'POST /api/v3/vaccination/generateOTP HTTP/1.1\r\nhost: x\r\nuser-agent: x\r\ncontent-length: 500\r\n\r\n{';
  socket.write(head, () => socket.destroy());
  await left;
  expect((await generateOtp(sandbox, asha.name, asha.number)).status).toBe(200);
});

test('a connection is kept for the next call', async () => {
  const sandbox = await setUp();
  const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
  const call = 'GET /api/v3/vaccination/status HTTP/1.1\r\nhost: x\r\nuser-agent: x\r\n\r\n';
  const answers = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.endsWith('Unauthenticated access!')) {
        const count = text.split('HTTP/1.1 401').length - 1;
        count === 2 ? resolve(text) : socket.write(call);
      }
    });
  });
  socket.write(call);
  expect(await answers).toContain('Connection: keep-alive');
  socket.destroy();
});

test('nothing but the loopback address is listened on', async () => {
  const sandbox = await setUp();
  expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(sandbox.baseUrl).toBe(`${sandbox.url}/api`);
  const port = Number(new URL(sandbox.url).port);
  const refused = new Promise((resolve) => connect(port, '127.0.0.2').on('error', ({ message }) => resolve(message)));
  expect(await refused).toContain('ECONNREFUSED');
});

test('a closed sandbox lets go of its port and of everybody who waits', async () => {
  const sandbox = await setUp();
  await sandbox.fault({ call: 'any', kind: 'timeout' });
  const waiting = send(sandbox, 'status');
  const ended = expect(waiting).rejects.toThrow('fetch failed');
  await expect.poll(async () => (await fetch(`${sandbox.url}/sandbox/faults`)).json()).toEqual([]);
  await sandbox.close();
  await ended;
  await expect(send(sandbox, 'status')).rejects.toThrow('fetch failed');
});
