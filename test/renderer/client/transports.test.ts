import { describe, expect, it } from 'vitest';
import { answer, operations, visitorOperations } from '../../../main/contract/public.ts';
import { chooseTransport } from '../../../renderer/client/choose-transport.ts';
import { buildHttpTransport, type HttpSurroundings } from '../../../renderer/client/http-transport.ts';
import { buildIpcDouble, ContentsDouble } from '../../support/electron-ipc.ts';
import { openPage } from '../../support/electron-page.ts';

const gone = { ok: false, error: { code: 'out-of-order', message: expect.stringContaining('does not answer') } };

class SilentEventSource {
  static opened: SilentEventSource[] = [];
  onmessage: ((this: EventSource, event: MessageEvent) => void) | null = null;
  closed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    SilentEventSource.opened.push(this);
  }

  close(): void {
    this.closed = true;
  }

  push(data: unknown): void {
    Reflect.apply(this.onmessage ?? (() => {}), this, [new MessageEvent('message', { data })]);
  }
}

/** A browser that answers every request so. */
function surroundings(respond: () => Promise<Response>): HttpSurroundings {
  return { fetch: respond, EventSource: SilentEventSource };
}

describe('the HTTP transport', () => {
  it.each<[string, () => Promise<Response>]>([
    ['the network fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the answer is no JSON', async () => new Response('<html>', { status: 200 })],
    ['the fault is no problem of ours', async () => new Response('{"error":"Bad Gateway"}', { status: 502 })],
    ['the body breaks off', async () => new Response(new ReadableStream({ start: (body) => body.error(new Error()) }))],
  ])('answers that the program is gone when %s', async (_why, respond) => {
    const transport = buildHttpTransport(surroundings(respond), operations);
    expect(await transport.call('kiosk.describe', {})).toEqual(gone);
  });

  it('says invalid-input for what cannot be laid on a request, and asks nothing', async () => {
    let asked = 0;
    const transport = buildHttpTransport(
      surroundings(async () => {
        asked += 1;
        return new Response('{}');
      }),
      operations,
    );
    const answered = await transport.call('verification.get', { id: '\ud800' });
    expect(answered).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(asked).toBe(0);
  });

  it('asks nothing about an operation that its page does not know', async () => {
    let asked = 0;
    const count = async () => {
      asked += 1;
      return new Response('{}');
    };
    const transport = buildHttpTransport(surroundings(count), visitorOperations);
    expect(await transport.call('entries.list', {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(asked).toBe(0);
    await transport.call('kiosk.describe', {});
    expect(asked).toBe(1);
  });

  it('passes on events that are events, and closes the stream at the end', () => {
    const seen: unknown[] = [];
    const transport = buildHttpTransport(
      surroundings(async () => new Response()),
      operations,
    );
    const unwatch = transport.watch('kiosk.watch', (event) => seen.push(event));
    const source = SilentEventSource.opened.at(-1);
    expect(source?.url).toBe('/api/v1/events');
    const event = { type: 'health', revision: 3, state: 'in-service' };
    for (const data of [JSON.stringify(event), '{', '{"type":"other"}', undefined]) {
      source?.push(data);
    }
    expect(seen).toEqual([event]);
    unwatch();
    expect(source?.closed).toBe(true);
  });
});

describe('the choice of a transport', () => {
  const description = answer({ people: [], messages: [] });

  it('takes the bridge where there is one', async () => {
    const ipc = buildIpcDouble();
    ipc.ipcMain.handle('demo.phone', () => description);
    const pravesh = await openPage(ipc, new ContentsDouble({ origin: 'pravesh://kiosk', parent: null }));
    const transport = chooseTransport(
      { ...surroundings(() => Promise.reject(new Error('asked'))), pravesh },
      operations,
    );
    expect(await transport.call('demo.phone', {})).toEqual(description);
  });

  it('takes HTTP where there is none', async () => {
    const transport = chooseTransport(
      surroundings(async () => Response.json(description.ok && description.value)),
      operations,
    );
    expect(await transport.call('demo.phone', {})).toEqual(description);
  });
});
