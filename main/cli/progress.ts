/** Progress as lines: few, and none twice. Runs in Node, for the CLI. */
import type { CommandIo } from './command.ts';

/** Turns parts (0 to 1) into percents, told at each full tenth and once. */
export function countTenths(say: (percent: number) => void): (part: number) => void {
  let told = 0;
  return (part) => {
    const tenths = Math.floor(part * 10);
    if (tenths > told) {
      told = tenths;
      say(tenths * 10);
    }
  };
}

/** A line for each so many rows that were checked. */
const rowsALine = 100_000;

/** Tells how many rows have been checked. */
export function sayRows(io: CommandIo): (rows: number) => void {
  let told = 0;
  return (rows) => {
    if (rows - told >= rowsALine) {
      told = rows;
      io.err(`checked ${rows} rows`);
    }
  };
}
