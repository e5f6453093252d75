/**
 * One life of the browser: from its start, with a profile of its own, to its end.
 * Runs in Node, for the CLI.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { browserEnv, browserFlags } from './browser-flags.ts';
import { makeProfile, removeProfile } from './profile.ts';
import { showPage } from './show-page.ts';

/** How long a browser may take from its start to the page, and from being told to end to its end. */
const startMs = 20_000;
const endMs = 3_000;

/** How long the end of a page's process may take; then the whole browser is ended. */
const endPageMs = 1_000;

export interface BrowserSession {
  /** Why it ended, in words that end a sentence; its processes are gone by then. */
  readonly ended: Promise<string>;
  /** Sends its page to an address, also one whose process is gone: the window stays. */
  navigate(url: string): void;
  /** What an expression comes to in its page; may reject, and may never settle. */
  evaluate(expression: string): Promise<unknown>;
  /** Ends the process of its page, also one that is stopped; `onPageGone` follows, or the whole browser ends. */
  endPage(): void;
  /** Ends it; resolves when all of it is gone. */
  end(): Promise<void>;
}

/** Starts a browser on an address, fullscreen. `onPageGone` tells that its page's process is gone while it lives. */
export function startBrowser(executable: string, url: string, onPageGone: (why: string) => void): BrowserSession {
  const profile = makeProfile(executable);
  const testFlags = process.env.PRAVESH_TEST_BROWSER_FLAGS;
  const child = spawn(executable, browserFlags({ executable, profile, platform: process.platform, testFlags }), {
    env: browserEnv(process.env),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own: a terminal's Ctrl+C is for us, and what is ours to end is ended as a whole.
    detached: process.platform !== 'win32',
  });
  const life: Life = { child, shown: false, lastWords: '', why: undefined };
  listen(life);
  const late = setTimeout(() => {
    life.why ??= 'it did not show the page in time';
    kill(child, 'SIGKILL');
  }, startMs);
  const [write, read] = pipesOf(child);
  let endPageLate: NodeJS.Timeout | undefined;
  const page = showPage({ write, read }, url, {
    onShown() {
      life.shown = true;
      clearTimeout(late);
    },
    onCrashed() {
      clearTimeout(endPageLate);
      onPageGone('its page crashed');
    },
    onClosed() {
      life.why ??= 'its page was closed';
      kill(child, 'SIGKILL');
    },
  });
  let removed: Promise<void> = Promise.resolve();
  const ended = untilEnd(life).then(async (why) => {
    clearTimeout(late);
    clearTimeout(endPageLate);
    // The next one has a profile of its own: nobody waits for this one to be gone.
    removed = removeProfile(profile);
    return why;
  });
  return {
    ended,
    navigate: page.navigate,
    evaluate: page.evaluate,
    endPage() {
      clearTimeout(endPageLate);
      endPageLate = setTimeout(() => {
        life.why ??= 'its page did not end';
        kill(child, 'SIGKILL');
      }, endPageMs);
      page.rendererPids().then(killAll, () => {});
    },
    async end() {
      kill(child, 'SIGTERM');
      const tooLong = setTimeout(() => kill(child, 'SIGKILL'), endMs);
      await ended;
      clearTimeout(tooLong);
      await removed;
    },
  };
}

interface Life {
  readonly child: ChildProcess;
  shown: boolean;
  /** The last line that it complained with before it showed the page; later ones may speak of addresses. */
  lastWords: string;
  why: string | undefined;
}

function listen(life: Life): void {
  life.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const line = text.trim().split('\n').at(-1) ?? '';
    if (!life.shown && line !== '') {
      life.lastWords = line.slice(0, 300);
    }
  });
}

function untilEnd(life: Life): Promise<string> {
  const { child } = life;
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(`it cannot be started (${error.message})`));
    child.on('exit', (code, signal) => {
      // Helpers that outlive it would hold on to the profile.
      kill(child, 'SIGKILL');
      const how = life.why ?? (signal === null ? `exit code ${code}` : `signal ${signal}`);
      resolve(life.shown || life.lastWords === '' ? how : `${how}: ${life.lastWords}`);
    });
  });
}

function pipesOf(child: ChildProcess): [Writable, Readable] {
  const [, , , write, read] = child.stdio;
  if (write === null || write === undefined || !('write' in write) || !read || !('read' in read)) {
    throw new TypeError('the browser was spawned without its two pipes');
  }
  return [write, read];
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
}

/** Signals the whole group; one that is gone already is no mistake. */
function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    if (process.platform === 'win32') {
      child.kill(signal);
    } else {
      process.kill(-child.pid, signal);
    }
  } catch {
    // It has ended.
  }
}
