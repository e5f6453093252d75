/**
 * Child processes: signals go to them, their exit codes come back, and none outlives us. Runs in the Node of the machine.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Failure } from './failure.mjs';
import { watchStarter } from './starter.mjs';

const passedOn = process.platform === 'win32' ? ['SIGINT', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program on our own streams until it ends.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd: string, channel?: boolean, toStderr?: boolean}} options `channel` gives a Node child an IPC channel,
 *   which closes when we die, however we die; `toStderr` sends its stdout there too
 * @returns {Promise<number>} its exit code; 128 and the signal's number when a signal ended it
 */
export function runOnOurStreams(command, args, options) {
  const stdio = ['inherit', options.toStderr ? 2 : 'inherit', 'inherit'];
  const child = spawn(command, args, { cwd: options.cwd, stdio: options.channel ? [...stdio, 'ipc'] : stdio });
  return ended(child);
}

/**
 * Runs a program and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd: string, shell?: boolean}} options
 * @param {(pid: number) => void} onStart
 * @returns {Promise<{code: number, output: string}>} rejects with ENOENT where there is no such program
 */
export async function runQuietly(command, args, options, onStart = () => {}) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid !== undefined) {
    onStart(child.pid);
  }
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output = (output + text).slice(-20_000);
    });
  }
  let interruptedBy;
  const code = await ended(child, (signal) => {
    interruptedBy = signal;
  });
  if (interruptedBy !== undefined) {
    throw new Failure('it was interrupted', {
      todo: 'run the same command again; it goes on from a clean state.',
      exitCode: signalCode(interruptedBy),
    });
  }
  return { code, output };
}

function ended(child, onSignal = () => {}) {
  return new Promise((resolve, reject) => {
    const stopPassing = passSignals(child, onSignal);
    const stopWatching = watchStarter(() => child.kill('SIGTERM'));
    const finish = () => {
      stopPassing();
      stopWatching();
    };
    child.on('error', (error) => {
      finish();
      reject(error);
    });
    child.on('close', (code, signal) => {
      finish();
      resolve(code ?? signalCode(signal));
    });
  });
}

/** 128 and the signal's number, as shells count. */
function signalCode(signal) {
  return 128 + (constants.signals[signal] ?? 1);
}

/**
 * Hands our signals to the child. npm and the terminal may both send the same one: a second copy within a second is
 * dropped, and a terminal's Ctrl+C has reached the child already.
 */
function passSignals(child, onSignal) {
  const lastAt = new Map();
  const pass = (signal) => {
    onSignal(signal);
    const fromTerminal = signal === 'SIGINT' && process.stdin.isTTY;
    const copy = Date.now() - (lastAt.get(signal) ?? 0) < 1000;
    lastAt.set(signal, Date.now());
    if (!fromTerminal && !copy) {
      child.kill(signal);
    }
  };
  for (const signal of passedOn) {
    process.on(signal, pass);
  }
  return () => {
    for (const signal of passedOn) {
      process.off(signal, pass);
    }
  };
}
