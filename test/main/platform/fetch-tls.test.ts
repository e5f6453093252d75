/** The Fetch port against certificates that must not be accepted. */
import { afterEach, describe, expect, it } from 'vitest';
import { FetchFault, type FetchRequest } from '../../../main/core/ports.ts';
import { buildFetch, type NodeFetch } from '../../../main/platform/fetch.ts';
import { buildAuthority, buildSelfSigned, type KeyedCertificate } from '../../support/certificates.ts';
import {
  onRequest,
  openRawUpstream,
  openTlsUpstream,
  type RawUpstream,
  rawAnswer,
} from '../../support/raw-upstream.ts';

const authority = buildAuthority();
const here = { addresses: ['127.0.0.1'] };
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

function trusting(): NodeFetch {
  const port = buildFetch({ ca: authority.ca });
  opened.push(port);
  return port;
}

async function serve(identity: KeyedCertificate): Promise<{ server: RawUpstream; requests: string[] }> {
  const requests: string[] = [];
  const server = await openTlsUpstream(identity, (socket) =>
    onRequest(socket, (request) => {
      requests.push(request);
      socket.write(rawAnswer('200 OK', 'ok'));
    }),
  );
  opened.push(server);
  return { server, requests };
}

function ask(url: string): FetchRequest {
  const times = { connectMs: 5_000, headersMs: 5_000, bodyMs: 5_000 };
  return { method: 'POST', url, headers: {}, body: '{}', ...times, maxBodyBytes: 1_024 };
}

describe('over TLS', () => {
  it('an upstream with a good certificate answers', async () => {
    const { server } = await serve(authority.issue(here));
    const port = trusting();
    expect((await port.fetch(ask(server.url))).status).toBe(200);
    expect((await port.fetch(ask(server.url))).status).toBe(200);
    expect(server.connections()).toBe(1);
  });

  const bad: readonly [string, () => KeyedCertificate][] = [
    ['expired', () => authority.issue({ ...here, notAfter: new Date('2020-01-01T00:00:00Z') })],
    ['made out to another name', () => authority.issue({ hostNames: ['elsewhere.example'] })],
    ['self-signed', () => buildSelfSigned(here)],
    ['of an unknown authority', () => buildAuthority('Somebody else').issue(here)],
  ];

  it.each(bad)('a certificate that is %s: tls, and nothing was sent', async (_name, identity) => {
    const { server, requests } = await serve(identity());
    const fault: unknown = await trusting()
      .fetch(ask(server.url))
      .catch((error) => error);
    expect(fault).toBeInstanceOf(FetchFault);
    expect(fault).toMatchObject({ kind: 'tls', sent: false });
    expect(requests).toEqual([]);
  });

  it('without an authority of its own the system decides: an unknown one is tls', async () => {
    const { server } = await serve(authority.issue(here));
    const port = buildFetch();
    opened.push(port);
    await expect(port.fetch(ask(server.url))).rejects.toMatchObject({ kind: 'tls', sent: false });
  });

  it('a peer that speaks no TLS: tls', async () => {
    const server = await openRawUpstream((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    opened.push(server);
    const fault = trusting().fetch(ask(server.url.replace('http:', 'https:')));
    await expect(fault).rejects.toMatchObject({ kind: 'tls', sent: false });
  });

  it('a peer that drops the connection in the handshake: reset, and nothing was sent', async () => {
    const server = await openRawUpstream((socket) => socket.once('data', () => socket.resetAndDestroy()));
    opened.push(server);
    const fault = trusting().fetch(ask(server.url.replace('http:', 'https:')));
    await expect(fault).rejects.toMatchObject({ kind: 'reset', sent: false });
  });
});
