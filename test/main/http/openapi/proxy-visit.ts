/** A kiosk behind proxies that hold callers and answers to the OpenAPI document. For tests only. */
import { onTestFinished } from 'vitest';
import type { OpenApiDocument } from '../../../../main/http/openapi/document-shape.ts';
import type { Person } from '../../../../main/sandbox/sandbox.ts';
import { startTestHost, type TestHost } from '../../../support/http-host.ts';
import { openTestKiosk, type TestKiosk } from '../../../support/open-test-kiosk.ts';
import { type OpenApiProxy, startOpenApiProxy, violationsHeader } from '../../../support/openapi-proxy.ts';
import { buildSettings } from '../../../support/settings.ts';

/** A request that goes through a proxy. */
export interface Asked {
  readonly method?: string;
  readonly credential?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is where it is a text. */
  readonly body?: unknown;
}

/** What came back, and what the proxy found. */
export interface Replied {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  readonly violations: string | null;
}

/** Asks through a proxy. */
export async function askThrough({ url }: OpenApiProxy, path: string, asked: Asked = {}): Promise<Replied> {
  const { method = asked.body === undefined ? 'GET' : 'POST', credential, headers, body } = asked;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    body: await response.json(),
    headers: response.headers,
    violations: response.headers.get(violationsHeader),
  };
}

export interface World {
  readonly kiosk: TestKiosk;
  readonly host: TestHost;
  /** Another proxy in front of the same host; closed when the test ends. */
  proxy(document: OpenApiDocument, checksRequests: boolean): Promise<OpenApiProxy>;
  /** Somebody whom the sandbox knows. */
  person(index: number): Person;
}

/** Opens a kiosk at real HTTP, in demonstration, with phones; all is closed when the test ends. */
export async function openWorld(): Promise<World> {
  const base = buildSettings();
  const http = { ...base.http, publicUrl: 'https://gate-1.venue.in' };
  const kiosk = await openTestKiosk({ settings: { kiosk: { ...base.kiosk, ownPhone: true }, http } });
  const host = await startTestHost(kiosk.kiosk);
  onTestFinished(() => host.close());
  return {
    kiosk,
    host,
    async proxy(document, checksRequests) {
      const proxy = await startOpenApiProxy(document, host.url, { checksRequests });
      onTestFinished(() => proxy.close());
      return proxy;
    },
    person(index) {
      const person = kiosk.sandbox.people[index];
      if (person === undefined) {
        throw new TypeError(`the sandbox has no person ${index}`);
      }
      return person;
    },
  };
}
