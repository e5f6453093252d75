/**
 * A reverse proxy in front of a venue's program, as docs/installer.md describes it, that writes down what passes: the
 * request lines and all headers. Without TLS, because it stands on this machine alone.
 */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FrontProxy {
  /** How phones reach the program: `http://localhost:<port>`. */
  readonly publicUrl: string;
  /** Everything that came, but bodies: request lines and headers. */
  readonly passed: readonly string[];
  /** Where the program listens, once it does. */
  serve(origin: string): void;
  close(): Promise<void>;
}

/** Opens it; until `serve` it answers 502. */
export async function openFrontProxy(): Promise<FrontProxy> {
  const passed: string[] = [];
  let target: URL | undefined;
  const server = createServer((asked, answer) => {
    passed.push(`${asked.method} ${asked.url} ${asked.rawHeaders.join(' ')}`);
    const { method, url, headers } = asked;
    if (target === undefined) {
      answer.writeHead(502).end();
      return;
    }
    const forwarded = { 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https' };
    const inner = request(
      { host: target.hostname, port: target.port, method, path: url, headers: { ...headers, ...forwarded } },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      },
    );
    inner.on('error', () => answer.destroy());
    asked.pipe(inner);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    publicUrl: `http://localhost:${port}`,
    passed,
    serve(origin) {
      target = new URL(origin);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
