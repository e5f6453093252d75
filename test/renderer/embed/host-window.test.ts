/** Whom the embedded page tells, whom it hears, and how its messages are numbered. */
import { expect, test } from 'vitest';
import { type Framed, openHostWindow, targetOrigins } from '../../../renderer/embed/host-window.ts';

const shop = 'https://shop.example.in';
const other = 'https://other.example.in';

interface Frame extends Framed {
  readonly posted: readonly { readonly message: unknown; readonly target: unknown }[];
  /** Lets a message come. */
  hear(event: { readonly source?: unknown; readonly origin?: string; readonly data?: unknown }): void;
}

function buildFrame(around: { ancestors?: readonly string[]; referrer?: string; isTop?: boolean } = {}): Frame {
  const posted: { message: unknown; target: unknown }[] = [];
  const listeners: ((event: MessageEvent<unknown>) => void)[] = [];
  const parent = { postMessage: (message: unknown, target: unknown) => posted.push({ message, target }) };
  return {
    parent,
    self: around.isTop ? parent : {},
    location: around.ancestors === undefined ? {} : { ancestorOrigins: around.ancestors },
    document: { referrer: around.referrer ?? '' },
    performance: { timeOrigin: 1_000.5 },
    addEventListener: (_type, listener) => listeners.push(listener),
    posted,
    hear(event) {
      const message = { source: parent, origin: shop, ...event } as MessageEvent<unknown>;
      for (const listener of listeners) {
        listener(message);
      }
    },
  };
}

test('the origin around the page is told, when it is one of the party', () => {
  expect(targetOrigins(buildFrame({ ancestors: [shop] }), [other, shop])).toEqual([shop]);
  expect(targetOrigins(buildFrame({ ancestors: [other] }), [shop])).toEqual([]);
  expect(targetOrigins(buildFrame({ ancestors: ['null', shop] }), [shop])).toEqual([]);
});

test('a browser that does not say is asked where the page came from; else each of the party may be told', () => {
  expect(targetOrigins(buildFrame({ referrer: `${shop}/order` }), [other, shop])).toEqual([shop]);
  expect(targetOrigins(buildFrame({ referrer: 'https://evil.example.in/' }), [other, shop])).toEqual([other, shop]);
  expect(targetOrigins(buildFrame(), [other, shop])).toEqual([other, shop]);
  expect(targetOrigins(buildFrame(), [])).toEqual([]);
});

test('each message has a number that grows, and the nonce; none is for everybody', () => {
  const frame = buildFrame({ ancestors: [shop] });
  const { tell } = openHostWindow(frame, { origins: [shop], nonce: 'n1', onCancel: () => {} });
  tell({ type: 'ready' });
  tell({ type: 'resize', height: 320 });
  expect(frame.posted).toEqual([
    { message: { source: 'pravesh', version: 1, seq: 1001, nonce: 'n1', type: 'ready' }, target: shop },
    { message: { source: 'pravesh', version: 1, seq: 1002, nonce: 'n1', type: 'resize', height: 320 }, target: shop },
  ]);
});

test('a page that stands alone tells nobody and hears nobody', () => {
  const frame = buildFrame({ isTop: true });
  let cancels = 0;
  const { tell } = openHostWindow(frame, { origins: [shop], nonce: undefined, onCancel: () => (cancels += 1) });
  tell({ type: 'ready' });
  frame.hear({ data: { source: 'pravesh-host', version: 1, type: 'cancel' } });
  expect([frame.posted, cancels]).toEqual([[], 0]);
});

test('only the window around it, from an origin of the party, may cancel', () => {
  const frame = buildFrame({ ancestors: [shop] });
  let cancels = 0;
  openHostWindow(frame, { origins: [shop], nonce: undefined, onCancel: () => (cancels += 1) });
  const cancel = { source: 'pravesh-host', version: 1, type: 'cancel' };
  frame.hear({ data: cancel, source: {} });
  frame.hear({ data: cancel, origin: other });
  for (const data of [
    null,
    'cancel',
    { ...cancel, version: 2 },
    { ...cancel, type: 'go' },
    { ...cancel, source: 'x' },
  ]) {
    frame.hear({ data });
  }
  expect(cancels).toBe(0);
  frame.hear({ data: cancel });
  expect(cancels).toBe(1);
});
