/**
 * Brings the first page of a fresh browser to an address, and notices when that page crashes.
 * Runs in Node, for the CLI.
 */
import type { Readable, Writable } from 'node:stream';
import { openDevtoolsPipe, readText } from './devtools-pipe.ts';

export interface PageWatch {
  /** The page has been sent to its address. */
  onShown(): void;
  /** The page is gone, and the browser shows its own words instead of ours. */
  onCrashed(): void;
}

/**
 * The steps: hear of all pages; join the first; send it to the address. To the server that is an address which somebody
 * typed: no other site has led there, so the cookie that it sets is good from the first page on.
 */
export function showPage(pipes: { write: Writable; read: Readable }, url: string, watch: PageWatch): void {
  let page: string | undefined;
  const pipe = openDevtoolsPipe(pipes.write, pipes.read, (message) => {
    const method = readText(message, 'method');
    const session = readText(message, 'result', 'sessionId');
    if (method === 'Target.targetCreated' && page === undefined) {
      page = readPage(message);
      if (page !== undefined) {
        pipe.send({ id: 2, method: 'Target.attachToTarget', params: { targetId: page, flatten: true } });
      }
    } else if (method === 'Target.targetCrashed' && readText(message, 'params', 'targetId') === page) {
      watch.onCrashed();
    } else if (session !== undefined) {
      pipe.send({ id: 3, method: 'Page.navigate', params: { url }, sessionId: session });
      watch.onShown();
    }
  });
  pipe.send({ id: 1, method: 'Target.setDiscoverTargets', params: { discover: true } });
}

function readPage(message: unknown): string | undefined {
  const isPage = readText(message, 'params', 'targetInfo', 'type') === 'page';
  return isPage ? readText(message, 'params', 'targetInfo', 'targetId') : undefined;
}
