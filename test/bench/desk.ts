/**
 * The desk of a terminal whose log holds a million rows: pages of the list under common and rare filters, searches and
 * the counts of a day. A look is a row of the log, and so each of them waits for the disk as it does at the desk.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CallName, type EntryFilter, EntryPage } from '../../main/contract/public.ts';
import type { Caller, Kiosk } from '../../main/core/kiosk.ts';
import { openBenchKiosk } from './bench-kiosk.ts';
import { measureDeskPage } from './desk-page.ts';
import { spreadAt } from './figures.ts';
import { largeRows } from './large-log.ts';
import { type Measure, type Result, reportValue } from './result.ts';
import { busyDay, makeYearLog, mobileOf, operators, rareName } from './year-log.ts';

const rounds = 20;
const goal = { is: 'at most', value: 20 } as const;

const manager: Caller = { kind: 'operator', id: 'bench', local: true };

/** The site's upstream is not asked for anything. */
const noUpstream = 'http://127.0.0.1:9';

/** What is asked in each round; a number differs from round to round, so that nothing is asked twice. */
type Ask = (round: number) => EntryFilter;

const day = (index: number) => new Date(Date.UTC(2026, 1, 1 + (index % 365))).toISOString().slice(0, 10);
const place = (round: number) => 1 + ((round * 479_001_599) % largeRows);

const lists: readonly Ask[] = [
  () => ({}),
  () => ({ acts: true }),
  (round) => ({ before: place(round) }),
  (round) => ({ outcome: 'admitted', before: place(round) }),
  (round) => ({ outcome: 'fault', before: place(round) }),
  () => ({ outcome: 'act' }),
  () => ({ purpose: 'employee', channel: 'api' }),
  () => ({ channel: 'operator' }),
  (round) => ({ operator: operators[round % 3], acts: true }),
  () => ({ operator: operators[3] }),
  () => ({ operator: operators[3], outcome: 'refused' }),
  () => ({ operator: operators[0], outcome: 'fault' }),
  (round) => ({ from: day(round * 31), to: day(round * 31) }),
  (round) => ({ from: day(round * 31), to: day(round * 31), outcome: 'referred', channel: 'api' }),
  (round) => ({ from: day(round * 17), to: day(round * 17 + 30), purpose: 'employee' }),
  (round) => ({ to: day(round) }),
  (round) => ({ to: day(round), operator: operators[3] }),
  () => ({ from: '2030-01-01' }),
];

const marks: readonly ((round: number, codes: readonly string[]) => EntryFilter)[] = [
  (round) => ({ text: String(place(round)) }),
  (round, codes) => ({ text: codes[round % codes.length] }),
];

const names: readonly Ask[] = [
  () => ({ text: 'Asha' }),
  () => ({ text: 'Vikram Sen' }),
  () => ({ text: rareName }),
  () => ({ text: 'Nobody of this name' }),
  (round) => ({ text: 'Meera', before: place(round) }),
  () => ({ text: 'Kabir', operator: operators[0] }),
  () => ({ text: 'Asha', purpose: 'employee' }),
  (round) => ({ text: 'Tara Das', from: day(round * 31), to: day(round * 31) }),
];

export const measureDesk: Measure = async ({ root, scratch, say }) => {
  const folder = join(scratch, 'year');
  mkdirSync(folder);
  say('Making the log of a year ...');
  const opened = openBenchKiosk(makeYearLog(folder), noUpstream);
  const { kiosk, close } = opened;
  try {
    const codes = await readCodes(kiosk);
    return [
      ...(await timeAll(kiosk, 'list of 1,000,000 entries', lists)),
      ...(await timeAll(
        kiosk,
        'search by number or check code',
        marks.map((ask) => (round: number) => ask(round, codes)),
      )),
      ...(await timeAll(kiosk, 'search by name', names)),
      await timeCalls(kiosk, 'search by mobile number, p95', 'entries.find', (round) => ({
        mobileNumber: mobileOf(place(round)),
      })),
      await timeCalls(kiosk, 'counts of a day, p95', 'entries.stats', (round) => ({
        day: round % 4 === 0 ? busyDay.day : day(round * 31),
      })),
      await measureDeskPage(root, opened),
    ];
  } finally {
    await close();
  }
};

/** Check codes from all over the log. */
async function readCodes(kiosk: Kiosk): Promise<string[]> {
  const codes: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { value } = await time(kiosk, 'entries.list', { before: place(round) + 1, limit: 1, acts: true });
    codes.push(...EntryPage.parse(value).entries.map(({ checkCode }) => checkCode));
  }
  return codes;
}

async function timeAll(kiosk: Kiosk, name: string, asks: readonly Ask[]): Promise<Result[]> {
  const samples: number[] = [];
  let slowest = { milliseconds: 0, asked: '' };
  for (let round = 0; round < rounds; round += 1) {
    for (const ask of asks) {
      const asked = ask(round);
      const { milliseconds } = await time(kiosk, 'entries.list', asked);
      samples.push(milliseconds);
      slowest = milliseconds > slowest.milliseconds ? { milliseconds, asked: JSON.stringify(asked) } : slowest;
    }
  }
  const most = spreadAt([slowest.milliseconds], 1);
  return [
    reportValue(`${name}, p95`, 'ms', spreadAt(samples, 0.95), goal),
    {
      name: `the slowest of these: ${slowest.asked}`,
      unit: 'ms',
      measured: most,
      compared: { kind: 'value', ...most },
    },
  ];
}

async function timeCalls(kiosk: Kiosk, name: string, call: CallName, ask: (round: number) => object): Promise<Result> {
  const samples: number[] = [];
  for (let round = 0; round < rounds * 5; round += 1) {
    samples.push((await time(kiosk, call, ask(round))).milliseconds);
  }
  return reportValue(name, 'ms', spreadAt(samples, 0.95), goal);
}

async function time(kiosk: Kiosk, name: CallName, input: object) {
  const began = performance.now();
  const asked = await kiosk.call(name, manager, input);
  const milliseconds = performance.now() - began;
  if (!asked.ok) {
    throw new Error(`${name} answers ${asked.error.code}`);
  }
  return { milliseconds, value: asked.value };
}
