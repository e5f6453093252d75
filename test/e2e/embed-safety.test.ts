/** Who must get nothing from the embedded page, and what the shop must not believe. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openLogReader } from '../../main/core/kiosk.ts';
import { launchChromium } from '../support/chromium.ts';
import { buildEmbeddedFace } from '../support/pages/face.ts';
import { Orders } from '../support/ticket-shop/orders.ts';
import { besideShop, type Customer, enterShop, openPage, verifyIn } from './support/shop.ts';
import { inVenue } from './support/venue.ts';
import { site } from './support/venue-settings.ts';

const venue = inVenue();
const shop = besideShop(venue);

/** A page of an origin that is nobody's party. */
async function serveElsewhere(html: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Elsewhere</title>${html}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  return `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}/`;
}

/** Writes down whatever the window is told. */
const listening = "<script>told = []; addEventListener('message', ({ data }) => told.push(data));</script>";

/** Whether a frame shows a page of the terminal: a browser puts an error of its own in the place of a refused one. */
async function showsTerminal(page: Customer['page'], terminal: string): Promise<boolean> {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  const origins = await Promise.all(frames.map((frame) => frame.evaluate(() => location.origin)));
  return origins.includes(terminal);
}

function countRows(): number {
  const reader = openLogReader({ data: venue.data });
  try {
    return reader.list({ limit: 10_000 }).length;
  } finally {
    reader.close();
  }
}

describe('a page of another origin', () => {
  test('gets no frame and no message, with the shop’s own name or without', async () => {
    const { terminal, party } = shop();
    const html = `${listening}<iframe src="${terminal}/embed?party=${party}"></iframe>`;
    const page = await openPage(venue);
    await page.goto(await serveElsewhere(html), { waitUntil: 'load' });
    await expect.poll(() => page.frames().length).toBe(2);
    expect(await showsTerminal(page, terminal)).toBe(false);
    expect(await page.evaluate(() => Object(window).told)).toEqual([]);
  });

  test('that lays the page under its own gets nothing to be clicked, nor of the phone’s page', async () => {
    const { terminal, party } = shop();
    const cover = 'style="position:fixed;inset:0;width:100%;height:100%;opacity:0.01"';
    const frames = ['/phone', '/kiosk', '/operator', `/embed?party=${party}`, '/embed?party=aaaaaaaa']
      .map((path) => `<iframe ${cover} src="${terminal}${path}"></iframe>`)
      .join('');
    const page = await openPage(venue);
    await page.goto(await serveElsewhere(`${listening}${frames}`), { waitUntil: 'load' });
    expect(await showsTerminal(page, terminal)).toBe(false);
    expect(await page.evaluate(() => Object(window).told)).toEqual([]);
  });

  test('cannot stand between: the shop inside it is not shown the page either', async () => {
    const { origin, terminal } = shop();
    const own = await enterShop(venue, shop(), 'en');
    expect(await showsTerminal(own.page, terminal)).toBe(true);
    const page = await openPage(venue);
    await page.goto(await serveElsewhere(`${listening}<iframe src="${origin}/"></iframe>`), { waitUntil: 'load' });
    expect(await showsTerminal(page, terminal)).toBe(false);
  });

  test('that calls the terminal in the name of the shop is refused', async () => {
    const { terminal, party } = shop();
    const page = await openPage(venue);
    await page.goto(await serveElsewhere(''));
    const outcome = await page.evaluate(
      async ([url, id]) => {
        const body = JSON.stringify({ party: id });
        const headers = { 'content-type': 'application/json' };
        return fetch(url ?? '', { method: 'POST', headers, body }).then(
          (response) => response.status,
          () => 'blocked',
        );
      },
      [`${terminal}/api/v1/embed/sessions`, party],
    );
    expect(outcome).toBe('blocked');
  });
});

test('the page opened by itself works, and tells nobody', async () => {
  const { terminal, party } = shop();
  const page = await openPage(venue, { script: `told = []; addEventListener('message', (event) => told.push(1));` });
  await page.goto(`${terminal}/embed?party=${party}&locale=en`);
  const face = buildEmbeddedFace(page, 'en');
  await verifyIn(venue, { face }, venue.person('en', 2));
  await face.result.heading('admitted').waitFor();
  expect(await page.evaluate(() => Object(window).told)).toEqual([]);
});

test('an unknown party has no page, and one that asks for what it may not says so', async () => {
  const { terminal } = shop();
  const unknown = await fetch(`${terminal}/embed?party=aaaaaaaa`);
  expect(unknown.status).toBe(404);
  expect(unknown.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  const customer = await enterShop(venue, shop(), 'en', { attributes: { purpose: 'employee' } });
  await customer.face.own('overParty').waitFor();
});

describe('the element', () => {
  test('ignores what is replayed, older, of another window or of another order', async () => {
    const customer = await enterShop(venue, shop(), 'en');
    const { page, frame, face } = customer;
    await face.consent.agree.waitFor();
    const forged = { source: 'pravesh', version: 1, type: 'result', seq: Date.now() * 2, decision: 'admitted' };
    const nonce = await page.evaluate(() => document.body.dataset.nonce ?? '');
    // From the shop's own window, with everything right but the window.
    await page.evaluate((data) => window.postMessage(data, '*'), { ...forged, nonce });
    // From the right window: an old number, and another nonce.
    const say = (data: object) => frame.evaluate((message) => window.parent.postMessage(message, '*'), data);
    await say({ ...forged, nonce, seq: 1 });
    await say({ ...forged, nonce: 'another' });
    await say({ ...forged, nonce, version: 2 });
    const later = { source: 'pravesh', version: 1, type: 'error', seq: Date.now() + 60_000, nonce, code: 'internal' };
    await say(later);
    await say(later);
    await expect.poll(async () => (await customer.raised()).length).toBe(2);
    expect(await customer.raised()).toEqual([
      { type: 'ready', detail: {} },
      { type: 'error', detail: { code: 'internal' } },
    ]);
  });

  test('says so when nothing loads', async () => {
    const page = await openPage(venue, { clock: true });
    const { origin } = shop();
    await page.route('**/embed?*', () => {});
    await page.goto(`${origin}/`, { waitUntil: 'commit' });
    await page.locator('iframe').waitFor({ state: 'attached' });
    await page.clock.fastForward(20_000);
    const raised = () => page.evaluate(() => Object(window).raised);
    await expect.poll(raised).toEqual([{ type: 'error', detail: { code: 'timeout' } }]);
  });
});

describe('the shop', () => {
  let receipt = '';
  let nonce = '';

  beforeAll(async () => {
    const opened = shop().orders.open();
    nonce = opened.nonce;
    const { terminal, apiKey } = shop();
    receipt = await receiptByApi(terminal, apiKey, nonce);
  });

  /** Orders of a shop with these options, one of which has the nonce of the receipt. */
  function judge(token: string, now?: Date) {
    const { terminal, party } = shop();
    const issuer = `urn:pravesh:${site.id}:${site.terminal}`;
    const orders = new Orders({ terminal, issuer, party, ...(now === undefined ? {} : { now: () => now }) });
    const order = { ...orders.open(), nonce };
    return { once: () => orders.judge(order, token), other: () => orders.judge(orders.open(), token) };
  }

  test('believes a receipt once, for its own order', async () => {
    const judged = judge(receipt);
    expect(await judged.other()).toEqual({ refused: 'nonce' });
    expect(await judged.once()).toEqual({ ticket: expect.stringMatching(/^T-/) });
    expect(await judged.once()).toEqual({ refused: 'seen' });
  });

  test('does not believe an expired one', async () => {
    const { exp = 0 } = decodeJwt(receipt);
    expect(await judge(receipt, new Date((exp + 1) * 1_000)).once()).toEqual({ refused: 'expired' });
    expect(await judge(receipt, new Date((exp - 1) * 1_000)).once()).toMatchObject({ ticket: expect.any(String) });
  });

  test('does not believe a changed, a foreign or an unsigned one', async () => {
    const [head = '', , signature = ''] = receipt.split('.');
    const changed = Buffer.from(JSON.stringify({ ...decodeJwt(receipt), decision: 'admitted', jti: 'x' }));
    expect(await judge(`${head}.${changed.toString('base64url')}.${signature}`).once()).toEqual({
      refused: 'signature',
    });
    const { privateKey } = await generateKeyPair('EdDSA');
    const header = { alg: 'EdDSA', typ: 'pravesh-receipt+jwt', kid: 'mine' };
    const forged = await new SignJWT(decodeJwt(receipt)).setProtectedHeader(header).sign(privateKey);
    expect(await judge(forged).once()).toEqual({ refused: 'signature' });
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'pravesh-receipt+jwt' })).toString('base64url');
    expect(await judge(`${none}.${receipt.split('.')[1]}.`).once()).toHaveProperty('refused');
    expect(await judge('').once()).toEqual({ refused: 'malformed' });
  });

  test('that sends its order twice has one person verified once', async () => {
    const { terminal, apiKey } = shop();
    const person = venue.person('en', 2);
    const rows = countRows();
    const body = await startBody(terminal, apiKey, person);
    const start = () => post(terminal, '/api/v1/verifications', apiKey, body, 'order-of-the-evening-boat');
    const [first, second] = [await start(), await start()];
    expect([first.status, second.status]).toEqual([201, 201]);
    const [one, two] = [await first.json(), await second.json()];
    expect(two.id).toBe(one.id);
    const decided = await post(terminal, `/api/v1/verifications/${one.id}/otp`, apiKey, {
      otp: venue.newestOtp(person.mobileNumber),
    });
    expect(await decided.json()).toMatchObject({ state: 'decided', decision: 'admitted' });
    expect(countRows()).toBe(rows + 1);
  });
});

test('with cookies of third parties blocked nothing is missing', async () => {
  const browser = await launchChromium({ args: ['--test-third-party-cookie-phaseout', '--block-third-party-cookies'] });
  onTestFinished(() => browser.close());
  const blocked = Object.create(venue, { browser: { value: browser } });
  const customer = await enterShop(blocked, shop(), 'en');
  await verifyIn(venue, customer, venue.person('en', 2));
  await expect.poll(customer.outcome).toMatch(/^Your ticket/);
  expect(await customer.page.context().cookies()).toEqual([]);
});

function post(terminal: string, path: string, apiKey: string, body: object, key?: string): Promise<Response> {
  return fetch(new URL(path, terminal), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
}

async function startBody(
  terminal: string,
  apiKey: string,
  { fullName, mobileNumber }: { readonly fullName: string; readonly mobileNumber: string },
) {
  const headers = { authorization: `Bearer ${apiKey}` };
  const described = await (await fetch(new URL('/api/v1/kiosk', terminal), { headers })).json();
  const consent = { version: String(described.consent.version), locale: 'en', accepted: true };
  return { fullName, mobileNumber, purpose: 'visitor', consent };
}

/** Has somebody verified through the API, with this nonce, and answers the receipt. */
async function receiptByApi(terminal: string, apiKey: string, nonce: string): Promise<string> {
  const person = venue.person('en', 2);
  const body = await startBody(terminal, apiKey, person);
  const started = await (await post(terminal, '/api/v1/verifications', apiKey, { ...body, nonce })).json();
  const otp = venue.newestOtp(person.mobileNumber);
  const decided = await (await post(terminal, `/api/v1/verifications/${started.id}/otp`, apiKey, { otp })).json();
  return String(decided.receipt);
}
