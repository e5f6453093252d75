/** The operations that others may call, over real HTTP, through a proxy that holds both sides to the OpenAPI document. */
import { describe, expect, it } from 'vitest';
import { writeDocument } from '../../../../main/http/openapi/document.ts';
import type { OpenApiDocument, Schema } from '../../../../main/http/openapi/document-shape.ts';
import { describedNames } from '../../../../main/http/openapi/paths.ts';
import { closeAnswers } from '../../../support/openapi-proxy.ts';
import { addParty } from '../../../support/parties.ts';
import { startInput } from '../../../support/visitor-client.ts';
import { type Asked, askThrough, openWorld, type Replied } from './proxy-visit.ts';

const document = closeAnswers(writeDocument());
const verifications = '/api/v1/verifications';

/** The operation of an address, as the document has it. */
function operationAt(method: string, path: string): string {
  const found = Object.entries(document.paths).find(([template, item]) => {
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
    return pattern.test(path.split('?', 1)[0] ?? '') && item[method.toLowerCase()] !== undefined;
  });
  return found?.[1][method.toLowerCase()]?.operationId ?? 'none';
}

it('answers everything as the document says, from the notice to the proof, and every fault on the way', async () => {
  const world = await openWorld();
  const { kiosk, host } = world;
  const strict = await world.proxy(document, true);
  const loose = await world.proxy(document, false);
  const { apiKey, party } = await addParty(kiosk.kiosk, { origins: [host.url] });
  const succeeded = new Set<string>();

  /** Through a proxy that lets only right requests pass: neither side may be at odds with the document. */
  const ask = async (path: string, asked: Asked = {}): Promise<Replied> => {
    const replied = await askThrough(strict, path, { credential: apiKey, ...asked });
    expect([path, replied.violations, replied.headers.get('x-request-id')]).toEqual([path, null, expect.any(String)]);
    if (replied.status < 300) {
      succeeded.add(operationAt(asked.method ?? (asked.body === undefined ? 'GET' : 'POST'), path));
    }
    return replied;
  };
  /** The same for requests that the document forbids: what the host says to them is in it as well. */
  const askWrongly = async (path: string, asked: Asked): Promise<unknown[]> => {
    const { status, body, violations } = await askThrough(loose, path, asked);
    return [status, body.code, violations];
  };

  const { body: described } = await ask('/api/v1/kiosk');
  expect(described.state).toBe('in-service');
  const { body: notice } = await ask('/api/v1/consent/en');
  const version = String(notice.version);
  const input = (index: number) => startInput(world.person(index), version);
  const otpOf = (index: number) => ({ otp: kiosk.newestOtp(world.person(index).mobile_number) });

  // A visit, from the start to its proof.
  const key = { 'idempotency-key': 'visit-1' };
  const first = await ask(verifications, { body: { ...input(0), nonce: 'order-4711' }, headers: key });
  expect([first.status, first.body.state]).toEqual([201, 'awaiting-otp']);
  const again = await ask(verifications, { body: { ...input(0), nonce: 'order-4711' }, headers: key });
  expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  const at = `${verifications}/${first.body.id}`;
  const wrong = await ask(`${at}/otp`, { body: { otp: otpOf(0).otp === '000000' ? '000001' : '000000' } });
  expect([wrong.status, wrong.body.code, wrong.body.attemptsLeft]).toEqual([422, 'otp-wrong', 2]);
  expect(await ask(`${at}/receipt`)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  const soon = await ask(`${at}/resend`, { method: 'POST' });
  expect([soon.status, soon.body.code, soon.headers.get('retry-after')]).toEqual([
    429,
    'otp-too-soon',
    expect.any(String),
  ]);
  const decided = await ask(`${at}/otp`, { body: otpOf(0) });
  expect(decided).toMatchObject({ status: 200, body: { state: 'decided', receipt: expect.any(String) } });
  expect((await ask(at)).body).toEqual(decided.body);
  expect((await ask(`${at}/receipt`)).status).toBe(200);
  expect((await ask(`/api/v1/proofs/${decided.body.entryId}`)).status).toBe(200);
  expect(await ask('/.well-known/jwks.json')).toMatchObject({ status: 200, body: { keys: [expect.anything()] } });

  // Somebody leaves; somebody is unknown; something does not work.
  const left = await ask(verifications, { body: input(1) });
  const leaves = { method: 'DELETE' };
  expect((await ask(`${verifications}/${left.body.id}`, leaves)).body.state).toBe('cancelled');
  const stranger = { ...input(0), fullName: 'Nobody Known', mobileNumber: '98765 43211' };
  expect(await ask(verifications, { body: stranger })).toMatchObject({ status: 422, body: { code: 'person-unknown' } });
  expect(
    await ask(verifications, { body: { ...input(2), consent: { ...input(2).consent, version: 'old' } } }),
  ).toMatchObject({
    status: 409,
    body: { code: 'consent-outdated' },
  });
  await kiosk.fault('generateOTP', '503', 9);
  expect(await ask(verifications, { body: input(2) })).toMatchObject({
    status: 503,
    body: { code: 'upstream-unavailable' },
  });

  // Requests that the document forbids.
  const credential = apiKey;
  expect(await askWrongly(verifications, { credential, body: { ...input(3), mobileNumber: 7 } })).toEqual([
    400,
    'invalid-input',
    null,
  ]);
  expect(await askWrongly(verifications, { credential, body: { ...input(3), more: 1 } })).toEqual([
    400,
    'invalid-input',
    null,
  ]);
  expect(await askWrongly(verifications, { credential, body: { fullName: 'A' } })).toEqual([
    422,
    'consent-required',
    null,
  ]);
  expect(
    await askWrongly(verifications, { credential, body: 'x=1', headers: { 'content-type': 'text/plain' } }),
  ).toEqual([415, 'invalid-input', null]);
  expect(await askWrongly(verifications, { credential, body: JSON.stringify('x'.repeat(20_000)) })).toEqual([
    413,
    'invalid-input',
    null,
  ]);
  expect(await askWrongly(verifications, { credential, body: input(3), headers: key })).toEqual([
    422,
    'conflict',
    null,
  ]);
  expect(await askWrongly(at, {})).toEqual([401, 'unauthenticated', null]);
  expect(await askWrongly('/api/v1/kiosk', { credential: 'pvk_nobody' })).toEqual([401, 'unauthenticated', null]);
  expect(await askWrongly(`${verifications}/${'x'.repeat(22)}`, { credential })).toEqual([404, 'not-found', null]);
  expect(await askWrongly('/api/v1/demo/phone', { credential })).toEqual([403, 'forbidden', null]);

  // The embedded page, and the visitor's phone.
  const ofOurs = { origin: host.url, 'sec-fetch-site': 'same-origin' };
  const begin = (body: unknown, path = '/api/v1/embed/sessions') =>
    askThrough(strict, path, { body, headers: ofOurs }).then((replied) => {
      succeeded.add(replied.status === 201 ? operationAt('POST', path) : 'none');
      return replied;
    });
  const embedded = await begin({ party: party.id, purpose: 'visitor', nonce: 'n-1' });
  expect([embedded.status, embedded.violations]).toEqual([201, null]);
  expect(await begin({ party: 'zzzzzzzz' })).toMatchObject({ status: 404, violations: null });
  const token = { credential: String(embedded.body.token) };
  expect((await ask('/api/v1/demo/phone', token)).body.people).not.toEqual([]);
  const { body: shown } = await ask('/api/v1/consent/hi', token);
  expect(
    (await ask('/api/v1/declines', { ...token, body: { purpose: 'visitor', locale: 'hi', version: shown.version } }))
      .status,
  ).toBe(201);
  const invited = await kiosk.kiosk.client({ kind: 'kiosk', id: 'screen' })['phone.invite']({ locale: 'en' });
  const accepted = await begin({ token: invited.ok ? invited.value.url.split('#')[1] : '' }, '/api/v1/phone/sessions');
  expect([accepted.status, accepted.violations]).toEqual([201, null]);

  // Too often.
  const slow = await addParty(kiosk.kiosk, { name: 'Slow', rate: { count: 1, seconds: 60 } });
  expect((await ask('/api/v1/kiosk', { credential: slow.apiKey })).status).toBe(200);
  const tooMany = await ask('/api/v1/kiosk', { credential: slow.apiKey });
  expect([tooMany.status, tooMany.body.code, Number(tooMany.headers.get('retry-after'))]).toEqual([
    429,
    'too-many-requests',
    expect.any(Number),
  ]);

  succeeded.delete('none');
  expect(describedNames.filter((name) => !succeeded.has(name))).toEqual(['verification.resendOtp']);
});

/** The document with another schema of the terminal. */
function withKiosk(change: (schema: Schema) => Schema): OpenApiDocument {
  const { components } = document;
  const { KioskDescription = {} } = components.schemas;
  return {
    ...document,
    components: { ...components, schemas: { ...components.schemas, KioskDescription: change(KioskDescription) } },
  };
}

describe('the proxy would find', () => {
  it('a field that is missing, of another type, or not written down; a status and a code that are not', async () => {
    const world = await openWorld();
    const described = async (wrong: OpenApiDocument, path = '/api/v1/kiosk') =>
      (await askThrough(await world.proxy(wrong, true), path)).violations;
    expect(await described(document)).toBeNull();
    const missing = withKiosk((schema) => ({ ...schema, required: [...(schema.required ?? []), 'absent'] }));
    expect(await described(missing)).toContain('absent');
    const ofOtherType = withKiosk((schema) => ({
      ...schema,
      properties: { ...schema.properties, demo: { type: 'string' } },
    }));
    expect(await described(ofOtherType)).toContain('demo');
    const unwritten = withKiosk(({ properties: { demo: _demo, ...properties } = {}, required = [], ...schema }) => ({
      ...schema,
      properties,
      required: required.filter((name) => name !== 'demo'),
    }));
    expect(await described(unwritten)).toContain('demo');
    const { '/api/v1/consent/{locale}': { get } = {}, ...paths } = document.paths;
    const { 404: _notFound, ...responses } = get?.responses ?? {};
    const withoutStatus = {
      ...document,
      paths: { ...paths, '/api/v1/consent/{locale}': { get: { ...get, responses } } },
    };
    expect(await described(JSON.parse(JSON.stringify(withoutStatus)), '/api/v1/consent/ta')).toContain(
      'Unable to match the returned status code',
    );
    const otherCode = JSON.parse(JSON.stringify(document).replaceAll('"enum":["not-found"]', '"enum":["conflict"]'));
    expect(await described(otherCode, '/api/v1/consent/ta')).toContain('conflict');
  });

  it('a request without its credential or a field that it needs', async () => {
    const world = await openWorld();
    const proxy = await world.proxy(document, true);
    expect((await askThrough(proxy, verifications, { body: {} })).status).toBe(401);
    const refused = await askThrough(proxy, verifications, { body: {}, credential: 'pvk_any' });
    expect([refused.status, refused.headers.get('x-request-id')]).toEqual([422, null]);
  });
});
