/** A command's surroundings for tests: what it writes is collected line by line. */
import type { CommandIo } from '../../../main/cli/command.ts';

/** A `CommandIo` that remembers; `stop` aborts its signal as SIGTERM would. */
export function collectIo() {
  const controller = new AbortController();
  const outLines: string[] = [];
  const errLines: string[] = [];
  return {
    outLines,
    errLines,
    stop: () => controller.abort(),
    signal: controller.signal,
    out: (line: string) => void outLines.push(line),
    err: (line: string) => void errLines.push(line),
  } satisfies CommandIo & Record<string, unknown>;
}
