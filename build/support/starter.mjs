/**
 * Whether npm, which started us, still lives: when it was killed, nobody passes a signal on to us any more.
 * Runs in the Node of the machine.
 */
import { readFileSync } from 'node:fs';

/**
 * Calls once when npm has gone. Does nothing when it was not npm that started us: a service may outlive its starter.
 * @param {() => void} onGone
 * @returns {() => void} ends the watch
 */
export function watchStarter(onGone) {
  if (process.env.npm_lifecycle_event === undefined) {
    return () => {};
  }
  const before = starters();
  const timer = setInterval(() => {
    if (starters() !== before) {
      clearInterval(timer);
      onGone();
    }
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}

/** The parent; and npm behind it where a shell stands between that does not step aside, as Debian's does. */
function starters() {
  const parent = process.ppid;
  const { name, ppid } = describeProcess(parent);
  return /sh$/.test(name) ? `${parent} ${ppid}` : String(isAlive(parent) ? parent : 0);
}

/** Only Linux tells by files; elsewhere the shell of npm steps aside and the parent is npm itself. */
function describeProcess(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return { name: /^Name:\s*(.*)$/m.exec(status)?.[1] ?? '', ppid: /^PPid:\s*(\d+)$/m.exec(status)?.[1] ?? '' };
  } catch {
    return { name: '', ppid: '' };
  }
}

/** Whether a process of this number exists. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
