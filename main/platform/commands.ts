/**
 * Runs a program of the venue's own: without a shell, with a time limit, and with nothing of our environment but what
 * every program needs.
 * Runs in Node, in every host.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { CommandRequest, Commands } from '../core/ports.ts';

type Ended = Awaited<ReturnType<Commands['run']>>;

/** What a program needs to be found and to run; our own variables may hold secrets. */
const passedOn = ['PATH', 'HOME', 'LANG', 'TZ', 'SystemRoot', 'windir', 'TEMP', 'TMP'];

/** Builds the port. */
export function buildCommands(env: NodeJS.ProcessEnv = process.env): Commands {
  return { run: (request) => run(request, env) };
}

function run(request: CommandRequest, env: NodeJS.ProcessEnv): Promise<Ended> {
  const { input, timeoutMs, signal } = request;
  return new Promise((resolve) => {
    // What is not wanted any more is never begun.
    const child = signal?.aborted === true ? undefined : start(request, env);
    if (child === undefined) {
      resolve('missing');
      return;
    }
    let late = false;
    const end = () => {
      late = true;
      endGroup(child);
    };
    const timer = setTimeout(end, timeoutMs);
    signal?.addEventListener('abort', end, { once: true });
    const settle = (how: Ended) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve(how);
    };
    child.once('error', () => settle(child.pid === undefined ? 'missing' : 'failed'));
    child.once('exit', (code) => settle(late ? 'timeout' : code === 0 ? 'ok' : 'failed'));
    // A program that does not read its input ends before it has all of it.
    child.stdin?.once('error', () => {});
    child.stdin?.end(input);
  });
}

/** Starts it as the first of a group of its own; undefined for a name that no program can have. */
function start({ command, args, env: given }: CommandRequest, env: NodeJS.ProcessEnv): ChildProcess | undefined {
  const known = Object.fromEntries(passedOn.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
  try {
    return spawn(command, [...args], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...known, ...given },
      shell: false,
      windowsHide: true,
      // Windows has no such groups, and would open a window.
      detached: process.platform !== 'win32',
    });
  } catch {
    return undefined;
  }
}

/** Ends a program and all that it has started. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) {
    return;
  }
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).once(
      'error',
      () => {},
    );
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
