/** Watches a page: what it complains of, and whom it asks. */
import type { Page, Request } from 'playwright-core';
import { vi } from 'vitest';

export interface Watch {
  /** What no page of ours may do: complain on the console, break the content policy, fail, ask another host. */
  readonly faults: readonly string[];
  /** Method and path of each request, in order. */
  readonly requests: readonly string[];
  /** Resolves when the page has its answer to every question about the terminal that it asked. */
  settled(): Promise<void>;
}

/** The browser itself notes each answer of our API that is a problem; the page shows those in its own words. */
const problemAnswer = /^Failed to load resource: the server responded with a status of [45]\d\d /;

/** What the browser says when nobody listens. */
const noHost = 'Failed to load resource: net::ERR_CONNECTION_REFUSED';

/** Watches from now on. */
export function watchPage(page: Page, origin: string, expected: { readonly hostVanishes?: boolean } = {}): Watch {
  const faults: string[] = [];
  const requests: string[] = [];
  const asked = new Set<Request>();
  page.on('console', (message) => {
    const path = URL.parse(message.location().url)?.pathname ?? '';
    const isProblem = path.startsWith('/api/v1/') && problemAnswer.test(message.text());
    const isExpected = isProblem || (expected.hostVanishes === true && message.text() === noHost);
    if (['error', 'warning', 'assert'].includes(message.type()) && !isExpected) {
      faults.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    requests.push(`${request.method()} ${url.pathname}`);
    if (url.origin !== origin) {
      faults.push(`request to ${url.origin}`);
    }
    if (url.pathname === '/api/v1/kiosk') {
      asked.add(request);
    }
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  return {
    faults,
    requests,
    settled: async () => {
      await vi.waitUntil(() => asked.size === 0, { timeout: 10_000, interval: 5 });
    },
  };
}
