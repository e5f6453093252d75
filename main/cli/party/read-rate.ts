/**
 * How often a system may call, as one writes it: `60/min`.
 * Runs in Node, for the CLI.
 */
import { PartyRate } from '../../contract/public.ts';
import { UsageError } from '../command.ts';

const secondsOf: Readonly<Record<string, number>> = { s: 1, sec: 1, min: 60, h: 3_600, hour: 3_600 };

/** The word for so many seconds, where there is one. */
const wordOf: Readonly<Record<number, string>> = { 1: 's', 60: 'min', 3600: 'h' };

/** Reads `--rate`. Throws a UsageError. */
export function readRate(text: string): PartyRate {
  const [, count = '', unit = ''] = /^(\d{1,6})\/([a-z]+)$/.exec(text.trim()) ?? [];
  const seconds = Object.hasOwn(secondsOf, unit) ? secondsOf[unit] : undefined;
  const rate = PartyRate.safeParse({ count: Number(count), seconds });
  if (!rate.success) {
    throw new UsageError('--rate takes how many requests in which time, from 1 to 100000: 60/min, 5/s, 1000/h');
  }
  return rate.data;
}

/** Writes a rate as it is read. */
export function writeRate({ count, seconds }: PartyRate): string {
  return `${count}/${wordOf[seconds] ?? `${seconds} s`}`;
}
