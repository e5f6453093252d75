/**
 * Says on stderr how far a long verification is, each tenth.
 * Runs in Node, for the CLI.
 */
import type { CommandIo } from '../command.ts';

/** Builds a counter; what is under `least` is done before anybody wonders. Call it with what has been done so far. */
export function countProgress(io: CommandIo, least: number): (done: number, total: number) => void {
  let said = 0;
  return (done, total) => {
    const tenths = Math.min(10, Math.floor((10 * done) / Math.max(1, total)));
    if (total >= least && tenths > said) {
      said = tenths;
      io.err(`pravesh verify: ${tenths}0 %`);
    }
  };
}
