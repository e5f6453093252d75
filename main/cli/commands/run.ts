/**
 * `pravesh run`: the kiosk on this machine, in Electron, in a browser or as a server alone.
 * Runs in Node, for the CLI; `npm start` is this command.
 */
import { buildCommand, type CommandIo, folderOptions, folderUsage, readWholeNumber, UsageError } from '../command.ts';
import { keepBrowser } from '../run/browser-kiosk.ts';
import { type ElectronEnd, runElectron } from '../run/electron-host.ts';
import { findBrowser } from '../run/find-browser.ts';
import { type AskedHost, askedHosts, chooseHost, type HostChoice, type HostFacts } from '../run/host-choice.ts';
import { gatherFacts } from '../run/host-facts.ts';
import { findPlaces, type Places } from '../run/places.ts';
import { type ServeOptions, serve } from '../run/serve.ts';
import { loadSettings } from '../settings.ts';

const usage = `pravesh run [options]
Runs the kiosk until Ctrl+C. Without a configuration it is a DEMO with invented people.

  --host HOST      electron, browser, server or auto (default: auto)
                     electron  the kiosk in a window of its own
                     browser   an installed Chromium, Chrome or Edge, fullscreen; it is brought back when it dies
                     server    no window: open the address of the ready line in a browser of this machine
                     auto      the first of these that this machine can show; each step down is explained
  --port PORT      where it listens on 127.0.0.1 (default: as configured, 4780; 0 takes any free port)
${folderUsage}
  --help           this text

PRAVESH_BROWSER names the browser to use. (PRAVESH_TEST_BROWSER_FLAGS adds flags to it; it is for tests only.)
When it serves it prints one line on stdout: pravesh ready http://127.0.0.1:PORT/?launch=TOKEN
That address lets in whoever has it. Everything else goes to stderr.`;

/** The command; exit code 0 when it was told to end, 2 when it could not start. */
export const runCommand = buildCommand({
  name: 'run',
  summary: 'Run the kiosk (npm start does this)',
  usage,
  options: { ...folderOptions, host: { type: 'string', default: 'auto' }, port: { type: 'string' } },
  async run({ values: { host, port, ...folders } }, io) {
    const asked = readHost(host);
    const wantedPort = port === undefined ? undefined : readWholeNumber(port, '--port', { min: 0, max: 65_535 });
    // A configuration that is wrong is said before anything is looked for or downloaded.
    const loaded = loadSettings(folders);
    const places = findPlaces();
    const facts = await gatherFacts(asked, places, io);
    if (io.signal.aborted) {
      return 0;
    }
    const options = { loaded, port: wantedPort, rendererFolder: places.rendererFolder };
    return runChosen(asked, facts, { places, options, electronArgs: electronArgs(folders, port) }, io);
  },
});

interface Run {
  readonly places: Places;
  readonly options: ServeOptions;
  readonly electronArgs: readonly string[];
}

async function runChosen(asked: AskedHost, facts: HostFacts, run: Run, io: CommandIo): Promise<number> {
  const choice = chooseHost(asked, facts);
  sayNotes(choice, io);
  switch (choice.host) {
    case 'none':
      return 2;
    case 'electron': {
      const end = await runElectron({ binary: choice.path, main: run.places.electronMain, args: run.electronArgs }, io);
      return diedAtStart(end, asked, io) ? runChosen(asked, withoutElectron(facts, end), run, io) : end.code;
    }
    case 'browser':
      return serveUntilAborted(run.options, io, choice.path);
    case 'server':
      return serveUntilAborted(run.options, io);
  }
}

async function serveUntilAborted(options: ServeOptions, io: CommandIo, browser?: string): Promise<number> {
  const served = await serve(options);
  io.out(`pravesh ready ${served.launchUrl}`);
  if (browser !== undefined) {
    io.err('pravesh run: Ctrl+C in this terminal ends the kiosk');
    const say = (line: string) => io.err(`pravesh run: ${line}`);
    await keepBrowser({ executable: browser, url: served.launchUrl, signal: io.signal, say });
  }
  await untilAborted(io.signal);
  await served.close();
  return 0;
}

/** Electron may be there and still not run: no sandbox, no graphics. Exit code 2 has been explained by our host. */
function diedAtStart({ code, ready }: ElectronEnd, asked: AskedHost, { signal }: CommandIo): boolean {
  return asked === 'auto' && !ready && code !== 0 && code !== 2 && !signal.aborted;
}

function withoutElectron(facts: HostFacts, { code }: ElectronEnd): HostFacts {
  return {
    ...facts,
    electron: { missing: `it ended before it showed the kiosk (exit code ${code})` },
    browser: findBrowser(),
  };
}

function sayNotes({ notes }: HostChoice, { err }: CommandIo): void {
  for (const note of notes) {
    err(`pravesh run: ${note}`);
  }
}

function readHost(text: string): AskedHost {
  const host = askedHosts.find((known) => known === text);
  if (host === undefined) {
    throw new UsageError(`--host takes ${askedHosts.join(', ')}; not "${text}"`);
  }
  return host;
}

function electronArgs(folders: { readonly data?: string; readonly config?: string }, port?: string): string[] {
  const given = Object.entries({ data: folders.data, config: folders.config, port });
  return given.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]));
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
