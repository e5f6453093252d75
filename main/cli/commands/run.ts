/**
 * `pravesh run`: the kiosk on this machine, in Electron, in a browser or as a server alone.
 * Runs in Node, for the CLI; `npm start` is this command.
 */
import { buildCommand, folderOptions, folderUsage, readWholeNumber, UsageError } from '../command.ts';
import { type AskedHost, askedHosts } from '../run/host-choice.ts';
import { gatherFacts } from '../run/host-facts.ts';
import { findPlaces } from '../run/places.ts';
import { runHost } from '../run/run-host.ts';
import { loadSettings } from '../settings.ts';

const usage = `pravesh run [options]
Runs the kiosk until Ctrl+C. Without a configuration it is a DEMO with invented people.

  --host HOST      electron, browser, server or auto (default: auto)
                     electron  the kiosk in a window of its own
                     browser   an installed Chromium, Chrome or Edge, fullscreen; it is brought back when it dies
                     server    no window: open the address of the ready line in a browser of this machine
                     auto      the first of these that this machine can show; each step down is explained
  --port PORT      instead of the configured port, which is 4780 unless set (0 takes any free one)
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
    const args = electronArgs(folders, port);
    const options = { loaded, port: wantedPort, rendererFolder: places.rendererFolder };
    const electron = { main: places.electronMain, args };
    return runHost(asked, facts, { serve: options, reload: () => loadSettings(folders), electron }, io);
  },
});

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
