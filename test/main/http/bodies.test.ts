import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, HttpProblem } from '../../../main/contract/public.ts';
import { buildFakeKiosk, type FakeKiosk } from '../../support/fake-kiosk.ts';
import { askRaw, sendBytes, startTestHost, type TestHost } from '../../support/http-host.ts';

let kiosk: FakeKiosk;
let host: TestHost;
let cookie: string;
beforeAll(async () => {
  kiosk = buildFakeKiosk({
    'consent.decline': () => answer({ seq: 1 }),
    'verification.resendOtp': () => answer({ id: 'a'.repeat(22), state: 'checking', revision: 1 }),
  });
  host = await startTestHost(kiosk);
  cookie = await host.enter();
});
afterAll(() => host.close());

async function post(body: BodyInit | undefined, type?: string, path = '/api/v1/declines') {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  const response = await host.ask(path, { method: 'POST', cookie, headers, ...(body === undefined ? {} : { body }) });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

const good = JSON.stringify({ purpose: 'visitor', locale: 'en', version: '1' });

describe('the type of a body', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])('may be %s', async (type) => {
    expect((await post(good, type)).status).toBe(201);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', 'application/jsonp'])(
    'may not be %s',
    async (type) => {
      const answered = await post(good, type);
      expect(answered.status).toBe(415);
      expect(answered.type).toBe('application/problem+json');
      expect(JSON.parse(answered.body)).toMatchObject({ code: 'invalid-input', status: 415 });
    },
  );

  it('must be said', async () => {
    expect((await post(new Blob([good]))).status).toBe(415);
  });
});

describe('the size of a body', () => {
  it('may be 16 KiB and not a byte more', async () => {
    const pad = (bytes: number) => good.padEnd(bytes, ' ');
    expect((await post(pad(16 * 1024), 'application/json')).status).toBe(201);
    const answered = await post(pad(16 * 1024 + 1), 'application/json');
    expect(answered.status).toBe(413);
    expect(JSON.parse(answered.body)).toMatchObject({ code: 'invalid-input', status: 413 });
  });

  it('is watched also when it is not said beforehand', async () => {
    const response = await askRaw(host.port, {
      method: 'POST',
      path: '/api/v1/declines',
      headers: { cookie, 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: ' '.repeat(20 * 1024),
    });
    expect(response.status).toBe(413);
  });
});

describe('a body that is no JSON value of UTF-8', () => {
  it.each(['{', '{"a":}', 'undefined', '{"a":1}{', "{'a':1}", '\u0000', '{"__proto__":{"a":1}}'])(
    'is refused: %s',
    async (body) => {
      const answered = await post(body, 'application/json');
      expect(answered.status).toBe(400);
      expect(JSON.parse(answered.body)).toMatchObject({ code: 'invalid-input', status: 400 });
    },
  );

  it('is refused when its bytes are not UTF-8', async () => {
    const bytes = new Uint8Array([0x22, 0xff, 0xfe, 0x22]);
    expect((await post(bytes, 'application/json')).status).toBe(400);
  });

  it('never comes back in the answer, and is always a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 12, maxLength: 400 }), async (text) => {
        const before = kiosk.calls.length;
        const answered = await post(`{${text}`, 'application/json');
        expect(HttpProblem.parse(JSON.parse(answered.body)).code).toBe('invalid-input');
        expect(answered.body).not.toContain(text);
        expect(kiosk.calls.length).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a body that is another JSON value', () => {
  it.each(['[]', '1', '"text"', 'null', 'true', '[{}]'])('is judged by the operation: %s', async (body) => {
    const answered = await post(body, 'application/json');
    expect(answered.status).toBe(400);
    expect(JSON.parse(answered.body)).toMatchObject({ code: 'invalid-input' });
  });
});

describe('fields of the path', () => {
  const id = 'x'.repeat(22);
  const path = `/api/v1/verifications/${id}/resend`;

  it('win over fields of the body', async () => {
    const answered = await post(JSON.stringify({ id: 'y'.repeat(22) }), 'application/json', path);
    expect(answered.status).toBe(200);
    expect(kiosk.calls.at(-1)?.input).toEqual({ id });
  });

  it('need no body beside them', async () => {
    expect((await post(undefined, undefined, path)).status).toBe(200);
    expect((await post('', 'application/json', path)).status).toBe(200);
    expect((await post('{}', 'application/json', path)).status).toBe(200);
  });
});

describe('a call whose input may be long', () => {
  const path = '/api/v1/roster/preview';
  const most = 32 * 1024 * 1024;
  const roster = (bytes: number) => JSON.stringify({ text: 'a' }).padEnd(bytes, ' ');

  it('takes what the table says and not a byte more', async () => {
    // Read to its end, and then judged: a kiosk that nobody has unlocked may not.
    expect((await post(roster(most), 'application/json', path)).status).toBe(403);
    const answered = await post(roster(most + 1), 'application/json', path);
    expect(answered.status).toBe(413);
    expect(JSON.parse(answered.body)).toMatchObject({ code: 'invalid-input', status: 413 });
  });

  it('is not read from somebody unknown: the answer comes before the body', async () => {
    const headers = `Host: 127.0.0.1:${host.port}\r\nContent-Type: application/json\r\nConnection: close`;
    const answered = await sendBytes(
      host.port,
      `POST ${path} HTTP/1.1\r\n${headers}\r\nContent-Length: ${most}\r\n\r\n{`,
    );
    expect(answered).toMatch(/^HTTP\/1.1 401 /);
    expect(answered).toContain('"code":"unauthenticated"');
  });
});
