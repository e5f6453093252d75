/**
 * Keeps a browser on the kiosk's page: a page that is lost comes back in the same window, a browser that dies is started
 * again, and what is lost too often gives way to the still page (D5).
 * Runs in Node, for the CLI.
 */
import { buildClock } from '../../platform/clock.ts';
import { beatQuestion } from '../../platform/heartbeat.ts';
import { keepPage } from '../../platform/page-keeper.ts';
import { type BrowserSession, startBrowser } from './browser-session.ts';

export interface BrowserKioskOptions {
  readonly executable: string;
  /** The launch URL of this moment; it is never shown. */
  url(): string;
  /** The still page, as HTML. */
  still(): string;
  /** The page was lost, and nobody is before its visit any more. */
  onCrash(): void;
  onTooOften(): void;
  onRecovered(): void;
  say(line: string): void;
}

/** A browser that is kept. */
export interface BrowserKiosk {
  /** The server has a new launch URL: the page begins anew. */
  renew(): void;
  /** The server rests: the still page stands until `renew`. */
  pause(): void;
  /** Staff have returned the terminal to service. */
  returned(): void;
  /** Ends the browser; resolves when it is gone. */
  close(): Promise<void>;
}

/** Starts the browser and keeps it until it is closed. */
export function keepBrowser(options: BrowserKioskOptions): BrowserKiosk {
  const { executable, say } = options;
  let session: BrowserSession | undefined;
  let closed = false;
  const addressOf = (page: 'kiosk' | 'still') => (page === 'still' ? asAddress(options.still()) : options.url());

  function start(address: string): void {
    const started = startBrowser(executable, address, (why) => keeper.gone(why));
    session = started;
    started.ended.then((why) => {
      if (session === started) {
        session = undefined;
        keeper.gone(`the browser has ended (${why})`);
      }
    });
  }

  const keeper = keepPage({
    screen: {
      show(page) {
        const address = addressOf(page);
        if (session === undefined) {
          start(address);
        } else {
          session.navigate(address);
        }
      },
      ask: async () => session?.evaluate(beatQuestion),
      end: () => session?.endPage(),
    },
    clock: buildClock(),
    onCrash(why) {
      if (!closed) {
        say(`the kiosk's page is lost: ${why}; it is shown again`);
        options.onCrash();
      }
    },
    onTooOften() {
      say('the page has been lost 5 times in two minutes: the still page is shown, and the kiosk is out of order');
      say('The server stays up. It is tried again after ten minutes, or when staff return it to service.');
      options.onTooOften();
    },
    onRecovered: options.onRecovered,
  });
  return {
    renew: keeper.renew,
    pause: keeper.pause,
    returned: keeper.returned,
    async close() {
      closed = true;
      keeper.close();
      await session?.end();
    },
  };
}

/** The still page as an address that holds all of it, so that no server is needed. */
function asAddress(html: string): string {
  return `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`;
}
