/** Requests that are nearly right, byte by byte, at a listening server: each is answered or let go, and the next is served. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { answer, callNames, problem } from '../../main/contract/public.ts';
import { buildFakeKiosk } from '../support/fake-kiosk.ts';
import { cases, seed, usedHeap } from '../support/fuzz/fuzz.ts';
import { buildMutator } from '../support/fuzz/mutate.ts';
import { startTestHost } from '../support/http-host.ts';
import { buildSeededRandom } from './seeded-random.ts';

/** So many at a time, as from a crowd. */
const crowd = 32;

/** What may stay in memory, in bytes: the server's own memory of addresses, sockets that are being closed, caches. */
const keptBytes = 16_000_000;

const key = `pvk_k3v9x2mq_${'A'.repeat(43)}`;
const body = '{"fullName":"Asha Kumari","mobileNumber":"9876543210","purpose":"visitor"}';
const samples = [
  'GET /healthz HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n',
  'GET /api/v1/kiosk HTTP/1.1\r\nHost: HOST\r\nAccept: application/json\r\nConnection: close\r\n\r\n',
  `POST /api/v1/verifications HTTP/1.1\r\nHost: HOST\r\nAuthorization: Bearer ${key}\r\nIdempotency-Key: "a-1"\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  'POST /api/v1/declines HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  'GET /embed?party=k3v9x2mq&purpose=visitor&locale=hi HTTP/1.1\r\nHost: HOST\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n',
  'GET /api/v1/proofs/019b9f4e-0000-7000-8000-0123456789ab HTTP/1.1\r\nHost: HOST\r\nOrigin: https://a.example\r\nConnection: close\r\n\r\n',
  'DELETE /api/v1/verifications/AAAAAAAAAAAAAAAAAAAAAA HTTP/1.1\r\nHost: HOST\r\nCookie: pravesh=abc\r\nConnection: close\r\n\r\n',
  'OPTIONS /api/v1/verifications HTTP/1.1\r\nHost: HOST\r\nOrigin: https://a.example\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n',
  'GET /assets/kiosk-abc123.js HTTP/1.1\r\nHost: HOST\r\nRange: bytes=0-10\r\nIf-None-Match: "a"\r\nConnection: close\r\n\r\n',
];

/** Writes the bytes, ends its side, and answers what came until the server closed. */
async function exchange(port: number, text: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  // A server that lets go of nonsense may do so while it is still being written.
  socket.on('error', () => {});
  socket.end(Buffer.from(text, 'latin1'));
  await once(socket, 'close');
  return Buffer.concat(parts).toString('latin1');
}

test(`${cases} requests (PRAVESH_TEST_SEED=${seed})`, async () => {
  const nothing = callNames.map((name) => [name, () => problem('not-found')]);
  const kiosk = buildFakeKiosk({ ...Object.fromEntries(nothing), 'consent.decline': () => answer({ seq: 1 }) });
  const host = await startTestHost(kiosk);
  const origin = `127.0.0.1:${host.port}`;
  const asked = samples.map((sample) => sample.replace('HOST', origin));
  const mutate = buildMutator(buildSeededRandom(seed));
  const statuses = new Map<string, number>();
  let left = cases;
  let before = 0;
  const visitor = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const text = mutate(asked);
      const answered = await exchange(host.port, text);
      const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(answered) ?? [];
      if (
        answered !== '' &&
        (status === undefined || (status.startsWith('5') && status !== '501' && status !== '505'))
      ) {
        throw new Error(`the server answers ${JSON.stringify(text)} with ${JSON.stringify(answered.slice(0, 200))}`);
      }
      statuses.set(status ?? 'none', (statuses.get(status ?? 'none') ?? 0) + 1);
      if (left === Math.floor(cases * 0.8)) {
        before = usedHeap();
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: crowd }, visitor));
    expect(usedHeap() - before, 'bytes that are kept').toBeLessThan(keptBytes);
    expect((await host.ask('/healthz')).status).toBe(200);
    // They came through to the routes, and not to the parser's refusal alone.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining(['200', '400', '404']));
    expect(host.log.join('\n')).not.toContain('9876543210');
  } finally {
    await host.close();
  }
});
