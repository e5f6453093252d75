/**
 * Every combination of where a request comes from, what it shows, and what its Origin and Host say: who it is taken
 * for, or how it is refused. Over real sockets, on both doors.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../../main/contract/public.ts';
import { buildFakeKiosk, type FakeKiosk } from '../../support/fake-kiosk.ts';
import {
  askRaw,
  type OpenDoor,
  sendBytes,
  startOpenDoor,
  startTestHost,
  type TestHost,
  untold,
} from '../../support/http-host.ts';
import { twoParties } from './two-parties.ts';

const id = 'x'.repeat(22);
const publicUrl = 'https://gate-1.example';
let kiosk: FakeKiosk;
/** The kiosk's door, and the one of other machines. */
let host: TestHost;
let open: OpenDoor;
let openPort: number;
let cookie: string;

beforeAll(async () => {
  const snapshot = () => answer({ id, state: 'checking' as const, revision: 1 });
  kiosk = buildFakeKiosk({ 'verification.get': snapshot, 'verification.resendOtp': snapshot }, twoParties);
  host = await startTestHost(kiosk, { publicUrl, perMinute: untold });
  open = await startOpenDoor(kiosk, { publicUrl, perMinute: untold });
  openPort = open.port;
  cookie = await host.enter();
});
afterAll(() => Promise.all([host.close(), open.close()]));

const doors = ['local', 'open'] as const;
const credentials = {
  nothing: {},
  cookie: {},
  party: { authorization: 'Bearer key-of-shop' },
  'party and cookie': { authorization: 'Bearer key-of-shop' },
  embed: { authorization: 'Bearer token-of-page' },
  wrong: { authorization: 'Bearer key-of-nobody' },
  'wrong and cookie': { authorization: 'Bearer key-of-nobody' },
  'another scheme and cookie': { authorization: 'Basic a2V5LW9mLXNob3A=' },
} as const;
const origins = ['absent', 'own', 'of the party', 'of another party', 'of nobody', 'null'] as const;
const hosts = ['of the door', 'public', 'foreign'] as const;
const forwarded = [false, true] as const;

interface Case {
  readonly door: (typeof doors)[number];
  readonly credential: keyof typeof credentials;
  readonly origin: (typeof origins)[number];
  readonly host: (typeof hosts)[number];
  readonly forwarded: boolean;
}

const cases = doors.flatMap((door) =>
  (Object.keys(credentials) as Case['credential'][]).flatMap((credential) =>
    origins.flatMap((origin) =>
      hosts.flatMap((name) =>
        forwarded.map((each): Case => ({ door, credential, origin, host: name, forwarded: each })),
      ),
    ),
  ),
);

/** What must come of a POST that party, embedded page and kiosk may all make. */
function expected({ door, credential, origin, host: name, forwarded: isForwarded }: Case): string {
  if (name === 'foreign') {
    return '403';
  }
  const isForeign = origin !== 'absent' && origin !== 'own';
  const shown = credentials[credential];
  if ('authorization' in shown) {
    if (!['party', 'party and cookie', 'embed'].includes(credential)) {
      return '401';
    }
    if (isForeign) {
      return origin === 'of the party' && credential !== 'embed' ? 'party' : '403';
    }
    return credential === 'embed' ? 'embed' : 'party';
  }
  if (isForeign) {
    return '403';
  }
  const isLocal = door === 'local' && name === 'of the door' && !isForwarded;
  return credential === 'cookie' && isLocal ? 'kiosk' : '401';
}

function headersOf({ door, credential, origin, host: name, forwarded: isForwarded }: Case): Record<string, string> {
  const port = door === 'local' ? host.port : openPort;
  const isLocal = door === 'local' && name === 'of the door' && !isForwarded;
  const own = isLocal ? `http://127.0.0.1:${host.port}` : publicUrl;
  const texts = {
    own,
    'of the party': 'https://shop.example',
    'of another party': 'https://bank.example',
    'of nobody': 'https://evil.example',
    null: 'null',
  };
  return {
    host: { 'of the door': `127.0.0.1:${port}`, public: 'gate-1.example', foreign: `evil.example:${port}` }[name],
    ...(origin !== 'absent' && { origin: texts[origin] }),
    ...credentials[credential],
    ...(credential.includes('cookie') && { cookie }),
    ...(isForwarded && { 'x-forwarded-for': '127.0.0.1' }),
  };
}

describe('a request', () => {
  it(`is taken for whom it may be, in all ${cases.length} combinations`, async () => {
    const wrong: unknown[] = [];
    for (const each of cases) {
      const before = kiosk.calls.length;
      const answered = await askRaw(each.door === 'local' ? host.port : openPort, {
        method: 'POST',
        path: `/api/v1/verifications/${id}/resend`,
        headers: headersOf(each),
      });
      const found = answered.status === 200 ? kiosk.calls.at(-1)?.caller.kind : String(answered.status);
      const reached = kiosk.calls.length > before;
      if (found !== expected(each)) {
        wrong.push({ ...each, found, expected: expected(each) });
      }
      if (reached !== (answered.status === 200)) {
        wrong.push({ ...each, reached });
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the open door', () => {
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    askRaw(openPort, { method, path, headers: { host: `127.0.0.1:${openPort}`, ...headers } });

  it('has no page of the kiosk, not for its cookie and not for its launch URL', async () => {
    const { search } = new URL(host.launchUrl);
    for (const path of ['/', `/${search}`, '/kiosk', '/operator', '/kiosk?screen']) {
      const answered = await ask(path, { cookie });
      expect([path, answered.status]).toEqual([path, 404]);
      expect(answered.headers['set-cookie']).toBeUndefined();
      expect(answered.text).not.toMatch(/<title>(kiosk|operator)/);
    }
  });

  it.each([
    ['GET', '/api/v1/events'],
    ['GET', '/api/v1/health'],
    ['POST', '/api/v1/operator/session'],
    ['POST', '/api/v1/parties'],
    ['GET', '/api/v1/entries'],
    ['POST', '/api/v1/roster'],
    ['POST', '/api/v1/phone/invitations'],
  ])('has no operation of the kiosk or of operators: %s %s', async (method, path) => {
    for (const headers of [{ cookie }, { authorization: 'Bearer key-of-shop' }]) {
      const answered = await ask(path, headers, method);
      expect(answered.status).toBe(404);
      expect(JSON.parse(answered.text)).toMatchObject({ code: 'not-found' });
    }
  });

  it('says whether the program lives and serves', async () => {
    expect((await ask('/healthz')).text).toBe('{"ok":true}');
    expect((await ask('/readyz')).status).toBe(200);
  });
});

describe('the local door behind a proxy of this machine', () => {
  it.each(['/', '/kiosk', '/operator', '/api/v1/events', '/api/v1/health', '/api/v1/roster/preview'])(
    'has nothing at %s either',
    async (path) => {
      for (const headers of [
        { 'x-forwarded-for': '127.0.0.1' },
        { forwarded: 'for=127.0.0.1' },
        { via: '1.1 a' },
        {},
      ]) {
        const name = Object.keys(headers).length === 0 ? 'gate-1.example' : `127.0.0.1:${host.port}`;
        const method = path.includes('roster') ? 'POST' : 'GET';
        const answered = await askRaw(host.port, { method, path, headers: { cookie, host: name, ...headers } });
        expect(answered.status).toBe(404);
      }
    },
  );
});

describe('a page of ours that begins', () => {
  const begin = (headers: Record<string, string>, port = openPort) =>
    askRaw(port, {
      method: 'POST',
      path: '/api/v1/embed/sessions',
      headers: { 'content-type': 'application/json', host: `127.0.0.1:${port}`, ...headers },
      body: JSON.stringify({ party: 'shop0001' }),
    });

  it('is let through', async () => {
    // The fake kiosk answers `internal` to what it does not know: it has been reached.
    expect((await begin({ origin: publicUrl, 'sec-fetch-site': 'same-origin' })).status).toBe(500);
    expect((await begin({ origin: host.url, 'sec-fetch-site': 'same-origin' }, host.port)).status).toBe(500);
  });

  it.each<[string, Record<string, string>]>([
    ['a page of the party', { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' }],
    ['the party with its key', { authorization: 'Bearer key-of-shop' }],
    ['the party with its key, in its page', { authorization: 'Bearer key-of-shop', origin: 'https://shop.example' }],
    ['an embedded page that has begun', { authorization: 'Bearer token-of-page', origin: publicUrl }],
    ['a page without origin', { origin: 'null' }],
    ['somebody who hides the origin', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['a bookmark', { 'sec-fetch-site': 'none' }],
  ])('is not %s', async (_who, headers) => {
    const before = kiosk.calls.length;
    expect((await begin(headers)).status).toBe(403);
    expect(kiosk.calls.length).toBe(before);
  });
});

describe('two requests in the bytes of one', () => {
  const head = (port: number) => `POST /api/v1/declines HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n`;
  const inner = 'GET /healthz HTTP/1.1\r\n\r\n';

  it.each([
    ['two lengths', `Content-Length: 4\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`],
    ['a length and chunks', `Content-Length: ${inner.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`],
    ['chunks that are not the last coding', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${inner}`],
    ['a header that is folded', `X-A: b\r\n Content-Length: 9\r\n\r\n${inner}`],
    ['a space before the colon', `Content-Length : ${inner.length}\r\n\r\n${inner}`],
    ['a line that ends with a bare return', `X-A: b\rContent-Length: 9\r\n\r\n${inner}`],
    ['a length that is no number', `Content-Length: +4\r\n\r\n${inner}`],
  ])('are refused: %s', async (_what, rest) => {
    for (const port of [host.port, openPort]) {
      const answered = await sendBytes(port, `${head(port)}${rest}`);
      expect(answered).toMatch(/^HTTP\/1.1 400 /);
      expect(answered.match(/HTTP\/1\.1 /g)).toHaveLength(1);
      expect(answered).not.toContain('{"ok":true}');
    }
  });
});
