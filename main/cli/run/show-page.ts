/**
 * Brings the first page of a fresh browser to an address, asks it things, and notices when it crashes or is closed.
 * Runs in Node, for the CLI.
 */
import type { Readable, Writable } from 'node:stream';
import { type DevtoolsMessage, openDevtoolsPipe, readField, readText } from './devtools-pipe.ts';

export interface PageWatch {
  /** The page has been sent to its address. */
  onShown(): void;
  /** The page's process is gone, and the browser shows its own words instead of ours. */
  onCrashed(): void;
  /** The page itself has been closed. */
  onClosed(): void;
}

/** The page of a browser that runs. */
export interface ShownPage {
  /** Sends the page to an address, also one whose process is gone. */
  navigate(url: string): void;
  /** What an expression comes to in the page. Rejects, or never settles, where there is no page to ask. */
  evaluate(expression: string): Promise<unknown>;
  /** The processes that run pages. */
  rendererPids(): Promise<number[]>;
}

/**
 * The steps: hear of all pages; join the first; send it to the address. To the server that is an address which somebody
 * typed: no other site has led there, so the cookie that it sets is good from the first page on.
 */
export function showPage(pipes: { write: Writable; read: Readable }, url: string, watch: PageWatch): ShownPage {
  let target: string | undefined;
  let address = url;
  const joined = Promise.withResolvers<string>();
  const pipe = openDevtoolsPipe(pipes.write, pipes.read, (event) => {
    const method = readText(event, 'method');
    if (method === 'Target.targetCreated' && target === undefined) {
      target = readPage(event);
      if (target !== undefined) {
        join(target);
      }
    } else if (target !== undefined && readText(event, 'params', 'targetId') === target) {
      if (method === 'Target.targetCrashed') {
        watch.onCrashed();
      } else if (method === 'Target.targetDestroyed') {
        watch.onClosed();
      }
    }
  });
  const tell = (method: string, params: object, sessionId?: string) =>
    pipe.call({ method, params, ...(sessionId === undefined ? {} : { sessionId }) });

  function join(targetId: string): void {
    tell('Target.attachToTarget', { targetId, flatten: true }).then((result) => {
      const session = readText(result, 'sessionId');
      if (session !== undefined) {
        joined.resolve(session);
        go(session);
        watch.onShown();
      }
    }, ignore);
  }

  function go(session: string): void {
    // Where the page does not come to the address, its heartbeat tells.
    tell('Page.navigate', { url: address }, session).catch(ignore);
  }

  tell('Target.setDiscoverTargets', { discover: true }).catch(ignore);
  return {
    navigate(next) {
      address = next;
      joined.promise.then(go, ignore);
    },
    async evaluate(expression) {
      const params = { expression, awaitPromise: true, returnByValue: true };
      return readField(await tell('Runtime.evaluate', params, await joined.promise), 'result', 'value');
    },
    rendererPids: async () => readPids(await tell('SystemInfo.getProcessInfo', {})),
  };
}

function ignore(): void {}

function readPage(event: DevtoolsMessage): string | undefined {
  const isPage = readText(event, 'params', 'targetInfo', 'type') === 'page';
  return isPage ? readText(event, 'params', 'targetInfo', 'targetId') : undefined;
}

function readPids(result: unknown): number[] {
  const processes = readField(result, 'processInfo');
  return (Array.isArray(processes) ? processes : [])
    .filter((one) => readText(one, 'type') === 'renderer')
    .flatMap((one) => {
      const pid = readField(one, 'id');
      return typeof pid === 'number' && pid > 1 ? [pid] : [];
    });
}
