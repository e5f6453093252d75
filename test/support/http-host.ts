/**
 * A real HTTP host on a free loopback port, over a kiosk that the test gives, with a small built renderer of its own.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kiosk } from '../../main/core/kiosk.ts';
import type { LogFields, Logger } from '../../main/core/ports.ts';
import { buildReplays } from '../../main/http/replays.ts';
import { buildPublicServer } from '../../main/http/server.ts';
import { type HttpHost, type HttpOptions, startHttp } from '../../main/http/start.ts';

export interface TestHost extends HttpHost {
  readonly port: number;
  /** What was logged: event and fields as one text a line. */
  readonly log: readonly string[];
  /** Opens the launch URL as a browser does and returns the cookie header of the session. */
  enter(): Promise<string>;
  /** Asks with a cookie, if one is given; redirects are not followed. */
  ask(path: string, init?: RequestInit & { readonly cookie?: string }): Promise<Response>;
}

/** The files of a built renderer, as far as the host knows them. */
export function writeRenderer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pravesh-renderer-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'kiosk.html'), '<!doctype html><title>kiosk</title>');
  writeFileSync(join(folder, 'operator.html'), '<!doctype html><title>operator</title>');
  writeFileSync(join(folder, 'embed.html'), '<!doctype html><title>embed</title>');
  writeFileSync(join(folder, 'embed.js'), 'customElements;');
  writeFileSync(join(folder, 'assets', 'kiosk-abc123.js'), 'export {};');
  writeFileSync(join(folder, 'assets', '.hidden'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'outside of the assets');
  return folder;
}

/** Writes its lines into a list. */
export function buildListLogger(lines: string[]): Logger {
  const add = (event: string, fields?: LogFields) => lines.push(`${event} ${JSON.stringify(fields ?? {})}`);
  return { info: add, warn: add, error: add };
}

/** Starts the host, on loopback unless told; `close` also removes its renderer. */
export async function startTestHost(kiosk: Kiosk, doors: Partial<HttpOptions> = {}): Promise<TestHost> {
  const rendererFolder = writeRenderer();
  const log: string[] = [];
  const host = await startHttp({
    kiosk,
    port: 0,
    bind: '127.0.0.1',
    rendererFolder,
    logger: buildListLogger(log),
    ...doors,
  });
  const ask: TestHost['ask'] = (path, { cookie, ...init } = {}) =>
    fetch(new URL(path, host.url), {
      redirect: 'manual',
      ...init,
      headers: { ...(cookie === undefined ? {} : { cookie }), ...Object.fromEntries(new Headers(init.headers)) },
    });
  return {
    ...host,
    port: Number(new URL(host.url).port),
    log,
    ask,
    async enter() {
      const response = await ask(host.launchUrl);
      return response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    },
    async close() {
      await host.close();
      rmSync(rendererFolder, { recursive: true });
    },
  };
}

/** So many a minute that no test meets the limit. */
export const untold = { all: 1_000_000, begun: 1_000_000, failed: 1_000_000 };

/** The door of other machines by itself, on a free loopback port. */
export interface OpenDoor {
  readonly port: number;
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it, in plain HTTP unless a certificate is given. */
export async function startOpenDoor(
  kiosk: Kiosk,
  { tls, publicUrl, trustedProxies = [], perMinute }: Partial<HttpOptions> = {},
): Promise<OpenDoor> {
  const rendererFolder = writeRenderer();
  const random = { bytes: (count: number) => randomBytes(count) };
  const { app } = await buildPublicServer({
    kiosk,
    http: { trustedProxies, ...(tls && { tls }), ...(publicUrl !== undefined && { publicUrl }) },
    rendererFolder,
    logger: buildListLogger([]),
    random,
    replays: buildReplays(random, () => performance.now()),
    ...(perMinute && { perMinute }),
  });
  const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  return {
    port,
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    async close() {
      await app.close();
      rmSync(rendererFolder, { recursive: true });
    },
  };
}

/** A request as no fetch would send it: any Host, any path, byte for byte. */
export function askRaw(
  port: number,
  options: { method?: string; path: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    const { body, ...rest } = options;
    const sent = request({ host: '127.0.0.1', port, agent: false, ...rest }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends bytes on a connection of their own and returns all that comes back until it ends. */
export function sendBytes(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}
