/** A program that is run to its end: how long it took, and the most memory it had. Part of `npm run bench`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface TimedRun {
  readonly milliseconds: number;
  /** The most that lay in memory at once; undefined on systems without `/proc`. */
  readonly peakBytes: number | undefined;
}

/** How often the memory is looked at, in milliseconds. The system itself keeps the peak: only the last moments are lost. */
const lookMs = 20;

/** Runs a program; its output goes into the file. Rejects, with what it said, when it does not end well. */
export async function timeChild(command: string, args: readonly string[], output: string): Promise<TimedRun> {
  const file = openSync(output, 'w');
  const began = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', file, 'pipe'] });
  closeSync(file);
  const memory = watchMemory(child);
  const said = child.stderr === null ? '' : text(child.stderr);
  try {
    const [code]: unknown[] = await once(child, 'close');
    const milliseconds = performance.now() - began;
    if (code !== 0) {
      throw new Error(`${command} ${args[1] ?? ''} ends with ${String(code)}: ${await said}`);
    }
    return { milliseconds, peakBytes: memory.peakBytes() };
  } finally {
    memory.stop();
  }
}

/** Runs a command of the built program. */
export function timePravesh(root: string, args: readonly string[], output: string): Promise<TimedRun> {
  return timeChild(process.execPath, [join(root, 'dist', 'main', 'pravesh.js'), ...args], output);
}

function watchMemory({ pid }: ChildProcess) {
  let peak: number | undefined;
  const look = () => {
    peak = readPeak(pid) ?? peak;
  };
  const timer = setInterval(look, lookMs);
  return { peakBytes: () => peak, stop: () => clearInterval(timer) };
}

/** What the system calls the high water mark of a process: proc_pid_status(5). */
function readPeak(pid: number | undefined): number | undefined {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    // It has ended, or the system tells this elsewhere.
    return undefined;
  }
}
