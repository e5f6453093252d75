/**
 * `pravesh run`: the kiosk on this machine, in Electron, in a browser or as a server alone.
 * Runs in Node, for the CLI; `npm start` is this command.
 */
import { buildCommand, type CommandIo, folderOptions, folderUsage, readWholeNumber, UsageError } from '../command.ts';
import { hasDisplay } from '../run/display.ts';
import { type AskedHost, askedHosts } from '../run/host-choice.ts';
import { gatherFacts } from '../run/host-facts.ts';
import { findPlaces } from '../run/places.ts';
import { runHost } from '../run/run-host.ts';

const usage = `pravesh run [options]
Runs the kiosk until Ctrl+C. Without a configuration it is a DEMO with invented people.

  --host HOST      electron, browser, server or auto (default: auto)
                     electron  the kiosk in a window of its own
                     browser   an installed Chromium, Chrome or Edge, fullscreen; it is brought back when it dies
                     server    no window: open the address of the ready line in a browser of this machine
                     auto      the first of these that this machine can show; each step down is explained
  --no-restart     a server that crashes stays down: for a service manager that starts it again by itself, and with
                   --host server alone; otherwise it is a process of its own that comes back at once
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
  options: {
    ...folderOptions,
    host: { type: 'string', default: 'auto' },
    'no-restart': { type: 'boolean', default: false },
    port: { type: 'string' },
  },
  async run({ values: { host, port: givenPort, 'no-restart': isAlone, ...folders } }, io) {
    const asked = readHost(host);
    const port = givenPort === undefined ? undefined : readWholeNumber(givenPort, '--port', { min: 0, max: 65_535 });
    const places = findPlaces();
    if (isAlone) {
      return runAlone(asked, folders, { port, rendererFolder: places.rendererFolder }, io);
    }
    if ((asked === 'auto' || asked === 'electron') && hasDisplay()) {
      // A configuration that is wrong is said before anything is downloaded. Otherwise the serving process says it, and
      // this one stays small: it never loads the core.
      const { loadSettings } = await import('../settings.ts');
      loadSettings(folders);
    }
    const facts = await gatherFacts(asked, places, io);
    if (io.signal.aborted) {
      return 0;
    }
    const args = folderArgs(folders);
    const { program, rendererFolder, electronMain } = places;
    const electron = { main: electronMain, args: port === undefined ? args : [...args, `--port=${port}`] };
    return runHost(asked, facts, { serving: { program, args, port }, rendererFolder, electron }, io);
  },
});

type Folders = { readonly data?: string; readonly config?: string };

/** The serving process: it alone loads the core. */
async function runAlone(
  asked: AskedHost,
  folders: Folders,
  options: { readonly port: number | undefined; readonly rendererFolder: string },
  io: CommandIo,
): Promise<number> {
  if (asked !== 'server') {
    throw new UsageError('--no-restart goes with --host server');
  }
  const [{ loadSettings }, { serveAlone }] = await Promise.all([
    import('../settings.ts'),
    import('../run/serve-alone.ts'),
  ]);
  const reload = () => loadSettings(folders);
  return serveAlone({ serve: { ...options, loaded: reload() }, reload }, io);
}

function readHost(text: string): AskedHost {
  const host = askedHosts.find((known) => known === text);
  if (host === undefined) {
    throw new UsageError(`--host takes ${askedHosts.join(', ')}; not "${text}"`);
  }
  return host;
}

function folderArgs({ data, config }: Folders): string[] {
  return Object.entries({ data, config }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
}
