/** The client through the real Fetch port, against real servers that fail in every way a network can. */
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../main/contract/public.ts';
import { buildUpstream, type Upstream } from '../../../../main/core/upstream/upstream.ts';
import { buildClock } from '../../../../main/platform/clock.ts';
import { buildFetch } from '../../../../main/platform/fetch.ts';
import { buildAuthority, buildSelfSigned, type KeyedCertificate } from '../../../support/certificates.ts';
import {
  type OnConnection,
  onRequest,
  openHttpUpstream,
  openRawUpstream,
  openTlsUpstream,
  rawAnswer,
  readBody,
} from '../../../support/raw-upstream.ts';
import { buildSpyLogger, callsOf, code, upstreamSettings, visit } from './upstream-rig.ts';

const calls = ['generateOtp', 'confirmOtp', 'readStatus'] as const;
const authority = buildAuthority();
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

/** A client with the shortest of patience; waits before a retry are nothing. */
function client(url: string, timeouts: Partial<ReturnType<typeof upstreamSettings>['timeouts']> = {}): Upstream {
  const port = buildFetch({ ca: authority.ca });
  opened.push(port);
  const settings = upstreamSettings({
    baseUrl: `${url}/api`,
    timeouts: { connectMs: 3_000, headersMs: 3_000, bodyMs: 3_000, ...timeouts },
  });
  return buildUpstream({
    settings,
    fetch: port.fetch,
    clock: buildClock(),
    random: { bytes: (count) => new Uint8Array(count) },
    logger: buildSpyLogger([]),
    budget: { spend: () => 0 },
  });
}

/** The code that each of the three calls ends with. */
async function codesOf(upstream: Upstream): Promise<(ErrorCode | 'ok')[]> {
  const codes: (ErrorCode | 'ok')[] = [];
  for (const call of calls) {
    const answer = await callsOf(upstream)[call]();
    codes.push(answer.ok ? 'ok' : answer.error.code);
  }
  return codes;
}

function always(expected: ErrorCode): ErrorCode[] {
  return [expected, expected, expected];
}

/** Answers each request with these bytes and says no more. */
function says(bytes: string): OnConnection {
  return (socket) => onRequest(socket, () => socket.write(bytes));
}

describe('a visit on which all goes well', () => {
  it('is three requests, as kyc-vs.md says, on one connection', async () => {
    const seen: string[] = [];
    const bodies = ['{"txnId":"t-1"}', '{"token":"a.b.c"}', '{"vaccination_status":1}'];
    const server = await openHttpUpstream(async (request, response) => {
      const {
        authorization = '-',
        'x-api-key': key,
        'user-agent': agent,
        accept,
        'content-type': type,
      } = request.headers;
      seen.push(
        [request.method, request.url, key, agent, accept, type, authorization, await readBody(request)].join(' '),
      );
      response.end(bodies[seen.length - 1]);
    });
    opened.push(server);
    const upstream = client(server.url);
    const person = { fullName: 'आशा कुमारी', mobileNumber: '9876543210' };
    expect(await upstream.generateOtp(person)).toEqual({ ok: true, value: { txnId: 't-1' } });
    expect(await upstream.confirmOtp({ ...code, txnId: 't-1' })).toEqual({ ok: true, value: { token: 'a.b.c' } });
    const evidence = createHash('sha256').update('{"vaccination_status":1}').digest('hex');
    expect(await upstream.readStatus({ token: 'a.b.c', txnId: 't-1' })).toEqual({
      ok: true,
      value: { status: 1, evidence },
    });
    const hash = createHash('sha256').update(code.otp).digest('hex');
    const common = 'key-of-the-test Pravesh/test application/json application/json';
    expect(seen).toEqual([
      `POST /api/v3/vaccination/generateOTP ${common} - {"mobile_number":"9876543210","full_name":"आशा कुमारी"}`,
      `POST /api/v3/vaccination/confirmOTP ${common} - {"otp":"${hash}","txnId":"t-1"}`,
      `GET /api/v3/vaccination/status ${common} Bearer a.b.c `,
    ]);
    expect(server.connections()).toBe(1);
  });
});

describe('a network that fails', () => {
  const rows: readonly [string, ErrorCode, OnConnection][] = [
    ['reset on accepting', 'upstream-unavailable', (socket) => socket.resetAndDestroy()],
    ['reset on the request', 'upstream-unavailable', (socket) => onRequest(socket, () => socket.resetAndDestroy())],
    ['a huge body', 'upstream-malformed', says(rawAnswer('200 OK', ' '.repeat(65_537)))],
    ['no HTTP', 'upstream-malformed', says('220 mail.example ESMTP\r\n')],
    ['a captive portal that redirects', 'upstream-malformed', says(rawAnswer('302 Found', '', ['Location: /portal']))],
    ['a captive portal with a page', 'upstream-malformed', says(rawAnswer('200 OK', '<html>Sign in</html>'))],
    ['nothing in it', 'upstream-malformed', says(rawAnswer('200 OK', ''))],
    [
      'half a body, then closed',
      'upstream-malformed',
      (socket) => {
        onRequest(socket, () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"vacc'));
      },
    ],
  ];

  it.each(rows)('%s: %s', async (_name, expected, onConnection) => {
    const server = await openRawUpstream(onConnection);
    opened.push(server);
    expect(await codesOf(client(server.url))).toEqual(always(expected));
  });

  it.each<[string, OnConnection]>([
    ['a black hole', () => undefined],
    ['headers that stop', says('HTTP/1.1 200 OK\r\nContent-')],
    ['a body that stops', says('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{')],
  ])('%s: upstream-unavailable, in time', async (_name, onConnection) => {
    const server = await openRawUpstream(onConnection);
    opened.push(server);
    const upstream = client(server.url, { headersMs: 60, bodyMs: 60 });
    expect(await codesOf(upstream)).toEqual(always('upstream-unavailable'));
  });

  it('nobody listens: upstream-unavailable', async () => {
    const server = await openRawUpstream(() => undefined);
    await server.close();
    expect(await codesOf(client(server.url))).toEqual(always('upstream-unavailable'));
  });

  it('a name that does not exist: upstream-unavailable', async () => {
    expect(await codesOf(client('http://nobody.invalid', { connectMs: 5_000 }))).toEqual(
      always('upstream-unavailable'),
    );
  });
});

describe('a certificate that is not accepted', () => {
  const here = { addresses: ['127.0.0.1'] };
  const rows: readonly [string, () => KeyedCertificate][] = [
    ['expired', () => authority.issue({ ...here, notAfter: new Date('2020-01-01T00:00:00Z') })],
    ['made out to another name', () => authority.issue({ hostNames: ['elsewhere.example'] })],
    ['self-signed', () => buildSelfSigned(here)],
  ];

  it.each(rows)('%s: upstream-unavailable, and it saw neither name nor token', async (_name, identity) => {
    const seen: Buffer[] = [];
    const server = await openTlsUpstream(identity(), (socket) => socket.on('data', (chunk) => seen.push(chunk)));
    opened.push(server);
    expect(await codesOf(client(server.url))).toEqual(always('upstream-unavailable'));
    expect(seen).toEqual([]);
  });
});

describe('what may be asked again', () => {
  it('a status, when the connection breaks under the request', async () => {
    const server = await openRawUpstream((socket, nth) => {
      onRequest(socket, () => {
        if (nth < 3) {
          socket.resetAndDestroy();
        } else {
          socket.write(rawAnswer('200 OK', '{"vaccination_status":2}'));
        }
      });
    });
    opened.push(server);
    expect(await client(server.url).readStatus(visit)).toMatchObject({ ok: true, value: { status: 2 } });
    expect(server.connections()).toBe(3);
  });

  it('never a code, once the request may have been seen', async () => {
    const requests: string[] = [];
    const server = await openRawUpstream((socket) => {
      onRequest(socket, (request) => {
        requests.push(request);
        socket.resetAndDestroy();
      });
    });
    opened.push(server);
    const upstream = client(server.url);
    await callsOf(upstream).generateOtp();
    await callsOf(upstream).confirmOtp();
    expect(requests).toHaveLength(2);
  });
});
