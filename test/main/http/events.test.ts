import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildFakeKiosk, type FakeKiosk } from '../../support/fake-kiosk.ts';
import { startTestHost, type TestHost } from '../../support/http-host.ts';

let kiosk: FakeKiosk;
let host: TestHost;
let cookie: string;
let leaving: AbortController;
beforeEach(async () => {
  kiosk = buildFakeKiosk();
  host = await startTestHost(kiosk);
  cookie = await host.enter();
  leaving = new AbortController();
});
afterEach(async () => {
  leaving.abort();
  await host.close();
});

/** Opens a stream and reads it as text, up to a mark. */
async function open(signal = leaving.signal) {
  const response = await host.ask('/api/v1/events', { cookie, signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    async readUntil(mark: string) {
      while (!text.includes(mark)) {
        const part = await reader?.read();
        if (part === undefined || part.done) {
          return `${text}[end]`;
        }
        text += part.value;
      }
      return text;
    },
  };
}

const health = (revision: number) => ({ type: 'health', revision, state: 'in-service' }) as const;

describe('the stream of events', () => {
  it('tells events as they come', async () => {
    const stream = await open();
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.response.headers.get('cache-control')).toBe('no-store');
    expect(await stream.readUntil('\n\n')).toBe('retry: 2000\n\n');
    kiosk.emit(health(1));
    kiosk.emit(health(2));
    const text = await stream.readUntil('"revision":2,"state":"in-service"}\n\n');
    expect(text).toContain('id: 1\ndata: {"type":"health","revision":1,"state":"in-service"}\n\n');
  });

  it('is let go of when the listener leaves', async () => {
    const stream = await open();
    await stream.readUntil('\n\n');
    expect(kiosk.listeners()).toBe(1);
    const left = kiosk.waitForListeners(0);
    leaving.abort();
    await left;
    expect(kiosk.listeners()).toBe(0);
  });

  it('is not for everybody', async () => {
    const response = await host.ask('/api/v1/events');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
    expect(kiosk.listeners()).toBe(0);
  });

  it('is refused from the seventeenth on, until one leaves', async () => {
    for (let count = 0; count < 16; count += 1) {
      await open();
    }
    const refused = await host.ask('/api/v1/events', { cookie });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(kiosk.listeners()).toBe(16);
    const left = kiosk.waitForListeners(0);
    leaving.abort();
    await left;
    leaving = new AbortController();
    expect((await open()).response.status).toBe(200);
  });

  it('shows every 15 seconds that it still lives', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const stream = await open();
      await stream.readUntil('\n\n');
      vi.advanceTimersByTime(15_000);
      expect(await stream.readUntil(': still here\n\n')).toBe('retry: 2000\n\n: still here\n\n');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is cut off when its listener does not read', async () => {
    const stream = await open();
    await stream.readUntil('\n\n');
    for (let revision = 1; revision <= 2_000; revision += 1) {
      kiosk.emit(health(revision));
    }
    await kiosk.waitForListeners(0);
    await expect(stream.readUntil('never')).rejects.toThrow();
  });

  it('ends with the server, at once', async () => {
    const stream = await open();
    await stream.readUntil('\n\n');
    await host.close();
    expect(await stream.readUntil('never')).toBe('retry: 2000\n\n[end]');
    host = await startTestHost(kiosk);
  });
});
