/** The Fetch port against real servers that misbehave at every stage. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FetchFault, type FetchFaultKind, type FetchRequest } from '../../../main/core/ports.ts';
import { buildFetch, type NodeFetch } from '../../../main/platform/fetch.ts';
import {
  type OnConnection,
  onRequest,
  openHttpUpstream,
  openRawUpstream,
  type RawUpstream,
  rawAnswer,
  readBody,
} from '../../support/raw-upstream.ts';

/** The head of an answer in chunks. */
const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';

let port: NodeFetch;
const servers: RawUpstream[] = [];

beforeEach(() => {
  port = buildFetch();
});

afterEach(async () => {
  await port.close();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function raw(onConnection: OnConnection): Promise<RawUpstream> {
  const server = await openRawUpstream(onConnection);
  servers.push(server);
  return server;
}

function ask(url: string, changes: Partial<FetchRequest> = {}): FetchRequest {
  const times = { connectMs: 2_000, headersMs: 2_000, bodyMs: 2_000 };
  return { method: 'GET', url, headers: {}, ...times, maxBodyBytes: 1_024, ...changes };
}

async function faultOf(request: FetchRequest): Promise<{ kind: FetchFaultKind; sent: boolean }> {
  const error: unknown = await port.fetch(request).then(
    (reply) => new Error(`answered with ${reply.status}`),
    (reason) => reason,
  );
  if (!(error instanceof FetchFault)) {
    throw error;
  }
  return { kind: error.kind, sent: error.sent };
}

describe('an answer', () => {
  it('comes with status, lower-case headers and the bytes of its body', async () => {
    const server = await raw((socket) =>
      onRequest(socket, () => socket.write(rawAnswer('418 Teapot', 'short', ['X-One: 1', 'X-Two: a', 'X-Two: b']))),
    );
    const reply = await port.fetch(ask(`${server.url}/path?query=1`));
    expect(reply.status).toBe(418);
    expect(reply.headers).toMatchObject({ 'x-one': '1', 'x-two': 'a, b', 'content-length': '5' });
    expect(Buffer.from(reply.body).toString()).toBe('short');
  });

  it('is for the request as given: method, path, headers, body, and nothing asked for besides', async () => {
    const seen: { line: string; headers: IncomingHttpHeaders; body: string }[] = [];
    const server = await openHttpUpstream(async (request, response) => {
      seen.push({
        line: `${request.method} ${request.url}`,
        headers: request.headers,
        body: await readBody(request),
      });
      response.end();
    });
    servers.push(server);
    const headers = { 'Content-Type': 'application/json', 'x-api-key': 'key', 'User-Agent': 'pravesh/1' };
    await port.fetch(ask(`${server.url}/a/b?c=d`, { method: 'POST', headers, body: '{"name":"आशा"}' }));
    expect(seen).toEqual([
      {
        line: 'POST /a/b?c=d',
        body: '{"name":"आशा"}',
        headers: {
          host: `127.0.0.1:${server.port}`,
          connection: 'keep-alive',
          'content-type': 'application/json',
          'x-api-key': 'key',
          'user-agent': 'pravesh/1',
          'content-length': '20',
        },
      },
    ]);
  });

  it('that redirects is handed over, not followed', async () => {
    const server = await raw((socket) =>
      onRequest(socket, () => socket.write(rawAnswer('302 Found', '', ['Location: http://127.0.0.1:1/portal']))),
    );
    const reply = await port.fetch(ask(server.url));
    expect([reply.status, reply.headers.location]).toEqual([302, 'http://127.0.0.1:1/portal']);
    expect(server.connections()).toBe(1);
  });

  it('may be announced by an informational one', async () => {
    const server = await raw((socket) =>
      onRequest(socket, () => socket.write(`HTTP/1.1 103 Early Hints\r\n\r\n${rawAnswer('200 OK', 'ok')}`)),
    );
    expect((await port.fetch(ask(server.url))).status).toBe(200);
  });

  it('of exactly the greatest size is taken', async () => {
    const server = await raw((socket) => onRequest(socket, () => socket.write(rawAnswer('200 OK', 'x'.repeat(1_024)))));
    expect((await port.fetch(ask(server.url))).body.byteLength).toBe(1_024);
  });
});

describe('kept connections', () => {
  it('serve one request after the other', async () => {
    const server = await raw((socket) => onRequest(socket, () => socket.write(rawAnswer('200 OK', 'ok'))));
    await port.fetch(ask(server.url));
    await port.fetch(ask(server.url, { method: 'POST', body: '{}' }));
    expect(server.connections()).toBe(1);
  });

  it.each(['end', 'resetAndDestroy'] as const)(
    'that the upstream dropped (%s) are replaced without a fault',
    async (drop) => {
      const open: Socket[] = [];
      const server = await raw((socket) => {
        open.push(socket);
        onRequest(socket, () => socket.write(rawAnswer('200 OK', 'ok')));
      });
      await port.fetch(ask(server.url));
      const [first] = open;
      const dropped = new Promise((resolve) => first?.once('close', resolve));
      first?.[drop]();
      await dropped;
      // A round trip through another socket: whatever the first one still had to say has arrived.
      await roundTrip(server.port);
      const reply = await port.fetch(ask(server.url, { method: 'POST', body: '{}' }));
      expect(reply.status).toBe(200);
      expect(server.connections()).toBe(3);
    },
  );
});

function roundTrip(serverPort: number): Promise<void> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: serverPort, agent: false }, (response) => {
      response.resume().once('close', resolve);
    })
      .once('error', reject)
      .end();
  });
}

describe('before anything was sent', () => {
  it('nobody listens: refused', async () => {
    const server = await openRawUpstream(() => undefined);
    await server.close();
    expect(await faultOf(ask(server.url))).toEqual({ kind: 'refused', sent: false });
  });

  it('the name does not exist: dns', async () => {
    const request = ask('http://nobody.invalid/', { connectMs: 15_000 });
    expect(await faultOf(request)).toEqual({ kind: 'dns', sent: false });
  });

  it('the peer takes the connection and says nothing, and TLS never stands: connect-timeout', async () => {
    const server = await raw(() => undefined);
    const request = ask(server.url.replace('http:', 'https:'), { connectMs: 60 });
    expect(await faultOf(request)).toEqual({ kind: 'connect-timeout', sent: false });
  });

  it('what was given up while connecting is not sent afterwards', async () => {
    const requests: string[] = [];
    const server = await raw((socket) =>
      onRequest(socket, (request) => {
        requests.push(request.split(' ', 2).join(' '));
        socket.write(rawAnswer('200 OK', 'ok'));
      }),
    );
    const abort = new AbortController();
    const fault = faultOf(ask(`${server.url}/a`, { method: 'POST', body: '{}', signal: abort.signal }));
    abort.abort();
    expect(await fault).toEqual({ kind: 'aborted', sent: false });
    await port.fetch(ask(`${server.url}/b`));
    await port.fetch(ask(`${server.url}/c`));
    expect(requests).toEqual(['GET /b', 'GET /c']);
  });

  it('a header that cannot be written, or an address that is none: protocol', async () => {
    expect(await faultOf(ask('http://127.0.0.1:1/', { headers: { 'x-api-key': 'a\r\nb: c' } }))).toEqual({
      kind: 'protocol',
      sent: false,
    });
    expect(await faultOf(ask('no address'))).toEqual({ kind: 'protocol', sent: false });
  });
});

describe('after it was sent', () => {
  const stages: readonly [string, FetchFaultKind, OnConnection][] = [
    ['reset on the request', 'reset', (socket) => onRequest(socket, () => socket.resetAndDestroy())],
    ['closed on the request', 'reset', (socket) => onRequest(socket, () => socket.end())],
    ['reset within the headers', 'reset', says('HTTP/1.1 200 OK\r\nContent-', (socket) => socket.resetAndDestroy())],
    ['closed within the headers', 'reset', says('HTTP/1.1 200 OK\r\nContent-', (socket) => socket.end())],
    ['reset within the body', 'reset', says(cut(), (socket) => socket.resetAndDestroy())],
    ['closed within the body', 'protocol', says(cut(), (socket) => socket.end())],
    ['closed within the last body', 'protocol', says(cut('Connection: close'), (socket) => socket.end())],
    ['closed within a chunk', 'protocol', says(`${chunked}5\r\nab`, (socket) => socket.end())],
    ['not HTTP', 'protocol', says('SSH-2.0-OpenSSH_9.9\r\n')],
    ['a length that is none', 'protocol', says('HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n')],
    ['a chunk that is none', 'protocol', says(`${chunked}zz\r\n`)],
    ['headers without end', 'too-large', says(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(20_000)}`)],
    ['an announced body that is too large', 'too-large', says('HTTP/1.1 200 OK\r\nContent-Length: 1025\r\n\r\n')],
    ['a body without end', 'too-large', says(`${chunked}${`400\r\n${'x'.repeat(1_024)}\r\n`.repeat(2)}`)],
  ];

  it.each(stages)('%s: %s', async (_name, kind, onConnection) => {
    const server = await raw(onConnection);
    expect(await faultOf(ask(server.url, { method: 'POST', body: '{}' }))).toEqual({ kind, sent: true });
  });

  it('reset on accepting: reset, whether or not the request was faster', async () => {
    const server = await raw((socket) => socket.resetAndDestroy());
    expect((await faultOf(ask(server.url))).kind).toBe('reset');
  });

  it('no answer at all: headers-timeout', async () => {
    const server = await raw(() => undefined);
    expect(await faultOf(ask(server.url, { headersMs: 60 }))).toEqual({ kind: 'headers-timeout', sent: true });
  });

  it('headers that drip: headers-timeout for the whole of them', async () => {
    const server = await raw((socket) => onRequest(socket, () => drip(socket, 'HTTP/1.1 200 OK\r\nX-Slow: ')));
    expect(await faultOf(ask(server.url, { headersMs: 120 }))).toEqual({ kind: 'headers-timeout', sent: true });
  });

  it('a body that never comes: body-timeout', async () => {
    const server = await raw(says('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n'));
    expect(await faultOf(ask(server.url, { bodyMs: 60 }))).toEqual({ kind: 'body-timeout', sent: true });
  });

  it('a body that drips: body-timeout for the whole of it', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n';
    const server = await raw((socket) => onRequest(socket, () => drip(socket, head)));
    expect(await faultOf(ask(server.url, { bodyMs: 120 }))).toEqual({ kind: 'body-timeout', sent: true });
  });

  it('headers that only an informational answer announces: headers-timeout', async () => {
    const server = await raw(says('HTTP/1.1 103 Early Hints\r\n\r\n'));
    expect(await faultOf(ask(server.url, { headersMs: 60 }))).toEqual({ kind: 'headers-timeout', sent: true });
  });

  it('a fault drops the connection, so that no late answer meets the next request', async () => {
    const dropped = Promise.withResolvers<void>();
    const server = await raw((socket, nth) => {
      onRequest(socket, () => nth > 1 && socket.write(rawAnswer('200 OK', 'second')));
      socket.once('close', () => dropped.resolve());
    });
    await faultOf(ask(server.url, { headersMs: 60 }));
    await dropped.promise;
    const reply = await port.fetch(ask(server.url));
    expect(Buffer.from(reply.body).toString()).toBe('second');
    expect(server.connections()).toBe(2);
  });
});

describe('giving up', () => {
  it('before the start sends nothing', async () => {
    const server = await raw(() => undefined);
    expect(await faultOf(ask(server.url, { signal: AbortSignal.abort() }))).toEqual({ kind: 'aborted', sent: false });
    expect(server.connections()).toBe(0);
  });

  it('while waiting for the answer', async () => {
    const abort = new AbortController();
    const server = await raw((socket) => onRequest(socket, () => abort.abort()));
    expect(await faultOf(ask(server.url, { signal: abort.signal }))).toEqual({ kind: 'aborted', sent: true });
  });

  it('by closing the port ends what is under way, and all that comes after', async () => {
    const server = await raw((socket) => onRequest(socket, () => void port.close()));
    expect(await faultOf(ask(server.url))).toMatchObject({ kind: 'aborted', sent: true });
    expect(await faultOf(ask(server.url))).toEqual({ kind: 'aborted', sent: false });
  });
});

/** Answers each request with these bytes, then does something to the connection once they have left. */
function says(bytes: string, then: (socket: Socket) => void = () => undefined): OnConnection {
  return (socket) => onRequest(socket, () => socket.write(bytes, () => setImmediate(then, socket)));
}

/** The beginning of an answer of 100 bytes. */
function cut(header = 'X-Nothing: 0'): string {
  return `HTTP/1.1 200 OK\r\nContent-Length: 100\r\n${header}\r\n\r\n{"txnId`;
}

/** A byte every few milliseconds for as long as somebody listens. */
function drip(socket: Socket, head: string): void {
  socket.write(head);
  const timer = setInterval(() => socket.write('x'), 10);
  socket.on('close', () => clearInterval(timer));
}
