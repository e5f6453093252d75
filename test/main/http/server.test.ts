import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answer } from '../../../main/contract/public.ts';
import { buildReplays } from '../../../main/http/replays.ts';
import { buildLocalServer } from '../../../main/http/server.ts';
import { startHttp } from '../../../main/http/start.ts';
import { buildFakeKiosk } from '../../support/fake-kiosk.ts';
import { buildListLogger, sendBytes, startTestHost, writeRenderer } from '../../support/http-host.ts';

const id = 'x'.repeat(22);
const jsonOf9Bytes = 'Content-Type: application/json\r\nContent-Length: 9';
const jsonOf30Megabytes = 'Content-Type: application/json\r\nContent-Length: 30000000';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) {
    await close();
  }
});

describe('a client that takes its time', () => {
  it.each([
    ['with its headers', () => 'GET /healthz HTTP/1.1\r\nHost: '],
    ['with its body', (host: string) => `POST /api/v1/declines HTTP/1.1\r\nHost: ${host}\r\n${jsonOf9Bytes}\r\n\r\n{`],
    [
      'with a long body',
      (host: string, cookie: string) =>
        `POST /api/v1/roster HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n${jsonOf30Megabytes}\r\n\r\n{`,
    ],
    ['with everything', () => ''],
  ])('%s is let go', async (_what, write) => {
    const rendererFolder = writeRenderer();
    const random = { bytes: (count: number) => randomBytes(count) };
    const { app, sessions } = await buildLocalServer({
      kiosk: buildFakeKiosk(),
      http: { trustedProxies: [] },
      rendererFolder,
      logger: buildListLogger([]),
      random,
      replays: buildReplays(random, () => 0),
      patience: { headers: 40, request: 80, keepAlive: 40, checkEvery: 20 },
    });
    closing.push(async () => {
      await app.close();
      rmSync(rendererFolder, { recursive: true });
    });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const { host, port } = new URL(url);
    const entered = await fetch(`${url}/?launch=${sessions.launchToken}`, { redirect: 'manual' });
    const [cookie = ''] = entered.headers.getSetCookie()[0]?.split(';', 1) ?? [];
    const answered = await sendBytes(Number(port), write(host, cookie));
    expect(answered).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(answered).toContain('"code":"invalid-input"');
  });
});

describe('the end of the server', () => {
  it('lets a call that is under way finish, and closes at once what is idle', async () => {
    const answering = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const kiosk = buildFakeKiosk({
      'verification.get': async () => {
        asked.resolve();
        await answering.promise;
        return answer({ id, state: 'checking', revision: 1 });
      },
    });
    const host = await startTestHost(kiosk);
    const silent = connect(host.port, '127.0.0.1');
    const silentEnded = new Promise((resolve) => silent.once('close', resolve));
    const call = host.ask(`/api/v1/verifications/${id}`, { cookie: await host.enter() });
    await asked.promise;
    const closed = host.close();
    answering.resolve();
    expect((await call).status).toBe(200);
    await closed;
    await silentEnded;
    await expect(host.ask('/healthz')).rejects.toThrow();
  });
});

describe('a port that cannot be had', () => {
  it('is said in words, with what to do', async () => {
    const first = await startTestHost(buildFakeKiosk());
    closing.push(() => first.close());
    const options = { kiosk: buildFakeKiosk(), rendererFolder: '/nowhere', logger: buildListLogger([]) };
    await expect(startHttp({ ...options, port: first.port, bind: '127.0.0.1' })).rejects.toMatchObject({
      name: 'HttpStartError',
      code: 'port-taken',
      message: expect.stringContaining(`port ${first.port} on 127.0.0.1 is taken`),
    });
    await expect(startHttp({ ...options, port: 0, bind: '192.0.2.1' })).rejects.toMatchObject({
      code: 'address-unknown',
    });
  });
});

describe('the address', () => {
  it('is a loopback one also for who listens everywhere, and IPv6 stands in brackets', async () => {
    const options = { kiosk: buildFakeKiosk(), rendererFolder: '/nowhere', logger: buildListLogger([]), port: 0 };
    for (const [bind, url] of [
      ['0.0.0.0', /^http:\/\/127\.0\.0\.1:\d+$/],
      ['::1', /^http:\/\/\[::1\]:\d+$/],
    ] as const) {
      const host = await startHttp({ ...options, bind });
      closing.push(() => host.close());
      expect(host.url).toMatch(url);
      expect((await fetch(`${host.url}/healthz`)).status).toBe(200);
    }
  });
});
