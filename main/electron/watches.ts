/**
 * What the page listens to: each watch has a number of the page's own, and ends when the page goes.
 * Runs in Electron's main process.
 */
import { type Answer, answer, problem, type StreamName, type Unwatch } from '../contract/public.ts';
import type { Caller, Kiosk } from '../core/kiosk.ts';

/** A page holds one watch or two; more is a mistake of the page. */
const mostWatches = 16;

/** What is asked of the window's contents. */
export interface Page {
  send(channel: string, ...values: unknown[]): void;
  isDestroyed(): boolean;
  on(
    event: 'did-start-navigation',
    listener: (details: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }) => void,
  ): unknown;
  on(event: 'render-process-gone' | 'destroyed', listener: () => void): unknown;
}

/** What the preload sends: begin or end the watch of this number. */
function readChange(input: unknown): { readonly watch: number } | { readonly unwatch: number } | undefined {
  if (typeof input !== 'object' || input === null) {
    return undefined;
  }
  if ('watch' in input && Number.isSafeInteger(input.watch)) {
    return { watch: Number(input.watch) };
  }
  return 'unwatch' in input && Number.isSafeInteger(input.unwatch) ? { unwatch: Number(input.unwatch) } : undefined;
}

export interface Watches {
  /** Begins or ends a watch, as the page asks. */
  change(name: StreamName, input: unknown): Answer<null>;
  endAll(): void;
}

/** Builds the watches of one page; events are sent on the stream's own channel, after the number of the watch. */
export function buildWatches(page: Page, kiosk: Kiosk, caller: Caller): Watches {
  const open = new Map<string, Unwatch>();
  const end = (key: string) => {
    open.get(key)?.();
    open.delete(key);
  };
  const endAll = () => {
    for (const key of [...open.keys()]) {
      end(key);
    }
  };
  page.on('render-process-gone', endAll);
  page.on('destroyed', endAll);
  page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) {
      endAll();
    }
  });

  function begin(name: StreamName, watch: number): Answer<null> {
    const key = `${name} ${watch}`;
    if (open.has(key) || open.size >= mostWatches) {
      return problem(open.has(key) ? 'conflict' : 'too-many-requests');
    }
    const watching = kiosk.watch(name, caller, (event) => {
      if (!page.isDestroyed()) {
        page.send(name, watch, event);
      }
    });
    if (!watching.ok) {
      return watching;
    }
    open.set(key, watching.value);
    return answer(null);
  }

  return {
    change(name, input) {
      const change = readChange(input);
      if (change === undefined) {
        return problem('invalid-input');
      }
      if ('watch' in change) {
        return begin(name, change.watch);
      }
      end(`${name} ${change.unwatch}`);
      return answer(null);
    },
    endAll,
  };
}
