/**
 * A ticket shop of one page on an origin of its own: it embeds the element of a terminal, takes its receipt to its own
 * server, and gives out a ticket for a receipt that it can verify. It shows what a host system has to do. For tests only.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { type Order, Orders, type OrdersOptions } from './orders.ts';
import { writeElementPage, writePlainPage } from './shop-pages.ts';

export interface Shop {
  /** `http://localhost:<port>`: another origin than the terminal's, and another site. */
  readonly origin: string;
  readonly orders: Orders;
  close(): Promise<void>;
}

/** The scripts and the style of the shop, as a browser gets them. */
const files: Readonly<Record<string, string>> = {
  '/shop.js': 'text/javascript; charset=utf-8',
  '/plain.js': 'text/javascript; charset=utf-8',
  '/shop.css': 'text/css; charset=utf-8',
};

/** The shop lets nothing into its page but its own files, the element's script and the terminal's frame. */
function policy(terminal: string): string {
  const script = `script-src 'self' ${terminal}`;
  return `default-src 'none'; ${script}; style-src 'self'; connect-src 'self'; frame-src ${terminal}; frame-ancestors 'none'`;
}

/** A shop whose origin is known before the terminal is, so that the party can be added with it. */
export async function openShop(): Promise<{
  readonly origin: string;
  readonly serve: (options: OrdersOptions) => Shop;
}> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    origin,
    serve(options) {
      const orders = new Orders(options);
      server.on('request', (request, response) => {
        answer(orders, options, request, response).catch((error: unknown) => {
          response.writeHead(500).end(String(error));
        });
      });
      return {
        origin,
        orders,
        async close() {
          server.closeAllConnections();
          const closed = once(server, 'close');
          server.close();
          await closed;
        },
      };
    },
  };
}

async function answer(
  orders: Orders,
  { terminal, party }: OrdersOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop.invalid');
  const type = files[pathname];
  if (type !== undefined) {
    response.setHeader('content-type', type);
    response.end(readFileSync(join(import.meta.dirname, 'site', pathname)));
    return;
  }
  const order = orders.find(/^\/orders\/([0-9a-f]{16})\/receipt$/.exec(pathname)?.[1] ?? '');
  if (order !== undefined && request.method === 'POST') {
    await takeReceipt(orders, order, request, response);
    return;
  }
  const isPlain = pathname === '/plain';
  if (pathname !== '/' && !isPlain) {
    response.writeHead(404).end();
    return;
  }
  const shown = { terminal, party, order: orders.open(), attributes: Object.fromEntries(searchParams) };
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', policy(terminal));
  response.end(isPlain ? writePlainPage(shown) : writeElementPage(shown));
}

async function takeReceipt(
  orders: Orders,
  order: Order,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { receipt } = (await json(request)) as { readonly receipt?: unknown };
  const judged = await orders.judge(order, typeof receipt === 'string' ? receipt : '');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(judged));
}
