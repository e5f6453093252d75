/**
 * The kiosk in a browser that `pravesh run --host browser` keeps, from outside: what its page shows, and ways to harm it.
 * The browser opens a debugging port beside its pipe, because a test has asked for it by a flag. Linux alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackChromium } from '../../support/chromium-package.ts';
import { type Program, startProgram } from '../../support/program.ts';

export interface KeptBrowser {
  readonly program: Program;
  /** What an expression comes to in the page of this moment; undefined where there is none that answers. */
  evaluate(expression: string): Promise<unknown>;
  /** Sends a command to the page, and waits for no answer. */
  command(method: string, params?: object): Promise<void>;
  /** A picture of the page, PNG in base64. */
  picture(size: { readonly width: number; readonly height: number }): Promise<string>;
  /** Sends a signal to the processes that run pages. */
  signalPages(signal: NodeJS.Signals): void;
  /** Closes the page. */
  closePage(): Promise<void>;
  /** The serving process. */
  serverPid(): number;
}

/** How long a page may take to answer, in milliseconds. */
const answerMs = 2_000;

/** Starts the program; `folder` holds its profiles and its data. */
export async function startKeptBrowser(folder: string): Promise<KeptBrowser> {
  const chromium = await unpackChromium();
  const flags = '--headless --no-sandbox --disable-gpu --remote-debugging-port=0';
  const args = ['run', '--host', 'browser', '--port', '0', '--data', join(folder, 'data')];
  const program = await startProgram(args, {
    env: {
      ...chromium?.env,
      TMPDIR: folder,
      PRAVESH_BROWSER: chromium?.executablePath,
      PRAVESH_TEST_BROWSER_FLAGS: flags,
    },
  });
  const call = async (method: string, params: object = {}) => callPage(folder, method, params).catch(() => undefined);
  return {
    program,
    async evaluate(expression) {
      const answered = await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      return Object(Object(Object(answered).result).result).value;
    },
    async command(method, params) {
      await call(method, params);
    },
    async picture({ width, height }) {
      await call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
      return String(Object(Object(await call('Page.captureScreenshot', { format: 'png' })).result).data);
    },
    signalPages(signal) {
      for (const { pid } of processesOf(folder).filter(({ line }) => line.includes('--type=renderer'))) {
        process.kill(pid, signal);
      }
    },
    async closePage() {
      const { id, port } = await findPage(folder);
      await fetch(`http://127.0.0.1:${port}/json/close/${id}`);
    },
    serverPid() {
      const server = listProcesses().find(
        ({ parent, line }) => parent === program.pid && line.includes('--no-restart'),
      );
      if (server === undefined) {
        throw new Error('there is no serving process');
      }
      return server.pid;
    },
  };
}

/** The page of the newest browser: the one before may still be on its way out. */
async function findPage(folder: string): Promise<{ id: string; port: string; url: string }> {
  const notes = readdirSync(folder)
    .map((name) => join(folder, name, 'DevToolsActivePort'))
    .filter((note) => existsSync(note));
  for (const note of notes) {
    const [port = ''] = readFileSync(note, 'utf8').split('\n');
    const answered = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined);
    const pages: unknown = await answered?.json();
    const page: unknown = Array.isArray(pages) ? pages.find((one) => Object(one).type === 'page') : undefined;
    if (page !== undefined) {
      const { id, webSocketDebuggerUrl } = Object(page);
      return { id: String(id), port, url: String(webSocketDebuggerUrl) };
    }
  }
  throw new Error('there is no page');
}

/** One command on a connection of its own. */
async function callPage(folder: string, method: string, params: object): Promise<unknown> {
  const { url } = await findPage(folder);
  const socket = new WebSocket(url);
  const answered = Promise.withResolvers<unknown>();
  const tooLate = setTimeout(() => answered.resolve(undefined), answerMs);
  socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, method, params })));
  socket.addEventListener('error', () => answered.resolve(undefined));
  socket.addEventListener('close', () => answered.resolve(undefined));
  socket.addEventListener('message', ({ data }) => {
    const message: unknown = JSON.parse(String(data));
    if (Object(message).id === 1) {
      answered.resolve(message);
    }
  });
  try {
    return await answered.promise;
  } finally {
    clearTimeout(tooLate);
    socket.close();
  }
}

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: string;
  readonly line: string;
}

/** What belongs to browsers whose profile lies in this folder. */
function processesOf(folder: string): RunningProcess[] {
  const running = listProcesses();
  const browsers = running.filter(({ line }) => line.includes(`--user-data-dir=${folder}`));
  return running.filter(({ group }) => browsers.some((browser) => browser.group === group));
}

/** As Linux tells it: proc_pid_stat(5). */
function listProcesses(): RunningProcess[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const [, parent, group = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent: Number(parent), group, line }];
    } catch {
      return [];
    }
  });
}
