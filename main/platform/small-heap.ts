/**
 * Keeps the memory of a program that runs for months near what it needs. On a machine with much memory V8 would let
 * garbage lie until the heap is several times as large as what lives in it, and none of it is given back.
 * Runs in Node and in Electron's main process.
 */
import { setFlagsFromString } from 'node:v8';

/** The heap is swept when it has grown by so many hundredths of what lived in it. */
const growingPercent = 20;

/**
 * The flags of a process that works for months: a young generation that is swept often and stays small. Left to itself
 * V8 lets it grow to 128 MB under load and keeps that. It can only be set when a process starts.
 */
export const smallHeapFlags: readonly string[] = ['--max-semi-space-size=4'];

/** Has this process sweep its heap early. Call it before the work begins; it is for all threads. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growingPercent}`);
}
