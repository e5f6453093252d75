/** The HTML of the shop: with the element, and with a frame of its own for who wants no script of ours. For tests only. */
import type { Order } from './orders.ts';

export interface ShownOrder {
  readonly terminal: string;
  readonly party: string;
  readonly order: Order;
  /** Attributes of the element, from the query of the page. */
  readonly attributes: Readonly<Record<string, string>>;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

function write({ order, attributes }: ShownOrder, script: string, verify: string): string {
  const scheme = attributes.scheme === 'dark' ? 'dark' : 'light';
  return `<!doctype html>
<html lang="en" data-scheme="${scheme}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Lakeside Tickets</title>
    <link rel="stylesheet" href="/shop.css">
  </head>
  <body data-order="${order.id}" data-nonce="${escapeHtml(order.nonce)}">
    <header><p class="shop-name">Lakeside Tickets</p></header>
    <main>
      <h1>One ticket for the evening boat</h1>
      <p>Sunday, 17:30, pier 2. Please show that you may come on board.</p>
      ${verify}
      <p id="outcome" role="status"></p>
    </main>
    <footer><p>Lakeside Tickets, 4 Lake Road</p></footer>
    ${script}
  </body>
</html>
`;
}

/** The page with `<pravesh-verify>`. */
export function writeElementPage(shown: ShownOrder): string {
  const { terminal, party, order, attributes } = shown;
  const given = Object.entries({ party, nonce: order.nonce, ...attributes })
    .map(([name, value]) => `${escapeHtml(name)}="${escapeHtml(value)}"`)
    .join(' ');
  return write(
    shown,
    `<script src="${terminal}/embed.js" async></script>\n    <script src="/shop.js"></script>`,
    `<pravesh-verify ${given}></pravesh-verify>`,
  );
}

/** The page with a frame of its own. */
export function writePlainPage(shown: ShownOrder): string {
  const { terminal, party, order } = shown;
  const address = new URL('/embed', terminal);
  address.search = new URLSearchParams({ party, nonce: order.nonce }).toString();
  const frame = `<iframe id="verify" title="Check of the vaccination status" src="${escapeHtml(address.href)}" data-terminal="${terminal}"></iframe>`;
  return write(shown, '<script src="/plain.js"></script>', frame);
}
