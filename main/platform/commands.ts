/**
 * Runs a program of the venue's own: without a shell, with a time limit, and with nothing of our environment but what
 * every program needs.
 * Runs in Node, in every host.
 */
import { spawn } from 'node:child_process';
import type { CommandRequest, Commands } from '../core/ports.ts';

/** What a program needs to be found and to run; our own variables may hold secrets. */
const passedOn = ['PATH', 'HOME', 'LANG', 'TZ', 'SystemRoot', 'windir', 'TEMP', 'TMP'];

/** Builds the port. */
export function buildCommands(env: NodeJS.ProcessEnv = process.env): Commands {
  return { run: (request) => run(request, env) };
}

function run(request: CommandRequest, env: NodeJS.ProcessEnv): ReturnType<Commands['run']> {
  const { command, args, input, timeoutMs } = request;
  const known = Object.fromEntries(passedOn.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...known, ...request.env },
      shell: false,
      windowsHide: true,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve(child.pid === undefined ? 'missing' : 'failed'));
    child.once('exit', (code) => resolve(child.killed ? 'timeout' : code === 0 ? 'ok' : 'failed'));
    // A program that does not read its input ends before it has all of it.
    child.stdin.once('error', () => {});
    child.stdin.end(input);
  });
}
