/**
 * Runs the chosen host to its end; with `auto`, what cannot be shown in Electron is shown in a browser.
 * Runs in Node, for the CLI. It loads neither the core nor the database: these are in the process that serves.
 */
import { writeStillPage } from '../../platform/still-page.ts';
import type { CommandIo } from '../command.ts';
import { type BrowserKiosk, keepBrowser } from './browser-kiosk.ts';
import { type ElectronEnd, keepElectron } from './electron-host.ts';
import { findBrowser } from './find-browser.ts';
import { type AskedHost, chooseHost, type HostFacts } from './host-choice.ts';
import { keepServing, type Serving, type ServingPlan } from './serving.ts';

/** What the hosts are started with. */
export interface RunPlan {
  readonly serving: ServingPlan;
  readonly rendererFolder: string;
  /** The main file of the Electron host, and its arguments. */
  readonly electron: { readonly main: string; readonly args: readonly string[] };
}

/** Chooses a host, runs it until the signal ends it, and answers the exit code: 0, or 2 when it could not start. */
export async function runHost(asked: AskedHost, facts: HostFacts, plan: RunPlan, io: CommandIo): Promise<number> {
  const choice = chooseHost(asked, facts);
  const say = (line: string) => io.err(`pravesh run: ${line}`);
  choice.notes.forEach(say);
  switch (choice.host) {
    case 'none':
      return 2;
    case 'electron': {
      const end = await keepElectron({ binary: choice.path, ...plan.electron }, io);
      return diedAtStart(end, asked, io) ? runHost(asked, withoutElectron(facts, end), plan, io) : end.code;
    }
    case 'browser':
      say('Ctrl+C in this terminal ends the kiosk');
      return serveInBrowser(choice.path, plan, io);
    case 'server': {
      const nothing = () => {};
      const watch = { onReady: nothing, onStill: nothing, onReturned: nothing, onRest: nothing };
      return keepServing(plan.serving, watch, io).ended;
    }
  }
}

/** The browser lives beside the server: when one of them crashes, the other stays. */
async function serveInBrowser(executable: string, plan: RunPlan, io: CommandIo): Promise<number> {
  let browser: BrowserKiosk | undefined;
  let launchUrl = '';
  let still: string | undefined;
  let isOutOfOrder = false;
  const startBrowser = (serving: () => Serving) =>
    keepBrowser({
      executable,
      url: () => launchUrl,
      still: () => still ?? writeStillPage(undefined, plan.rendererFolder).html,
      onCrash: () => serving().say('page-gone'),
      onTooOften() {
        isOutOfOrder = true;
        serving().say('crashes');
      },
      onRecovered() {
        isOutOfOrder = false;
        serving().say('crashes-over');
      },
      say: (line) => io.err(`pravesh run: ${line}`),
    });
  const watch = {
    onReady(url: string) {
      launchUrl = url;
      if (isOutOfOrder) {
        // It may have been told while nobody was there to hear it.
        serving.say('crashes');
      }
      if (browser === undefined) {
        browser = startBrowser(() => serving);
      } else {
        browser.renew();
      }
    },
    onStill(html: string) {
      still = html;
    },
    onReturned() {
      isOutOfOrder = false;
      browser?.returned();
    },
    onRest: () => browser?.pause(),
  };
  const serving = keepServing(plan.serving, watch, io);
  const code = await serving.ended;
  await browser?.close();
  return code;
}

/** Electron may be there and still not run: no sandbox, no graphics. Exit code 2 has been explained by our host. */
function diedAtStart({ code, ready }: ElectronEnd, asked: AskedHost, { signal }: CommandIo): boolean {
  return asked === 'auto' && !ready && code !== 0 && code !== 2 && !signal.aborted;
}

function withoutElectron(facts: HostFacts, { code }: ElectronEnd): HostFacts {
  const missing = `it ended before it showed the kiosk (exit code ${code})`;
  return { ...facts, electron: { missing }, browser: findBrowser() };
}
