/**
 * The roster of a large office in a kiosk whose log holds a million rows: an import of 50,000 people that replaces as
 * many, how long a visitor's page waits meanwhile, and the coverage after a visit.
 */
import { setTimeout as after } from 'node:timers/promises';
import type { CallName } from '../../main/contract/public.ts';
import type { Caller, Kiosk } from '../../main/core/kiosk.ts';
import { openBenchKiosk } from './bench-kiosk.ts';
import { spreadAt, spreadOfRounds } from './figures.ts';
import { type Measure, type Result, reportValue } from './result.ts';

const people = 50_000;
const rounds = 7;
/** Between two visitors' pages that ask, in milliseconds. */
const pauseMs = 5;

/** Whoever may do all. */
const manager: Caller = { kind: 'operator', id: 'bench', local: true };
const visitor: Caller = { kind: 'kiosk', id: 'bench' };

/** The site's upstream is not asked for anything. */
const noUpstream = 'http://127.0.0.1:9';

const mapping = { reference: 0, name: 1, mobile: 2 };

export const measureRoster: Measure = async (place) => {
  const { kiosk, close } = openBenchKiosk(place.largeLog(), noUpstream);
  const imports: number[] = [];
  const states: number[] = [];
  const lists: number[] = [];
  const waits: number[] = [];
  const waitsForState: number[] = [];
  try {
    // The first one replaces nothing, and runs before all is warm.
    await call(kiosk, 'roster.import', { text: writeFile(0), mapping });
    for (let round = 1; round <= rounds; round += 1) {
      const text = writeFile(round);
      imports.push((await time(kiosk, () => call(kiosk, 'roster.import', { text, mapping }), waits)) / 1000);
      states.push(await time(kiosk, () => call(kiosk, 'roster.get', {}), waitsForState));
      // The look is a row, and has made the log longer.
      lists.push(await time(kiosk, () => call(kiosk, 'roster.list', { limit: 200 }), []));
    }
    await call(kiosk, 'roster.remove', {});
  } finally {
    await close();
  }
  return [
    reportValue('roster import, 50,000 people', 's', spreadOfRounds(imports), { is: 'at most', value: 5 }),
    reportValue('a page that asks during an import, p95', 'ms', spreadAt(waits, 0.95), { is: 'at most', value: 50 }),
    told('the longest that one of them waited', [Math.max(...waits)]),
    told('coverage of a new roster, 1,000,000 rows', states),
    told('the longest that a page waited for it', [Math.max(...waitsForState)]),
    told('a page of the coverage, after another row', lists),
  ];
};

/** A line for its own sake. */
function told(name: string, samples: readonly number[]): Result {
  const spread = spreadOfRounds(samples);
  return { name, unit: 'ms', measured: spread, compared: { kind: 'value', ...spread } };
}

/** Half of the people have been here: the log knows them by these names and numbers. */
function writeFile(round: number): string {
  const lines = Array.from({ length: people }, (_, index) => {
    const row = index * 10 + round;
    const name = index % 2 === 0 ? `Asha Kumari ${row}` : `Bina Devi ${row}`;
    return `E${row},${name},${9_000_000_000 + row},Sales and Marketing`;
  });
  return `Employee ID,Full Name,Mobile Number,Department\n${lines.join('\n')}\n`;
}

async function call(kiosk: Kiosk, name: CallName, input: unknown): Promise<void> {
  const answered = await kiosk.call(name, manager, input);
  if (!answered.ok) {
    throw new Error(`${name} answers ${answered.error.code}`);
  }
}

/** What the work takes; meanwhile pages ask, and `waits` gets what each of them waited. All in milliseconds. */
async function time(kiosk: Kiosk, work: () => Promise<void>, waits: number[]): Promise<number> {
  let done = false;
  const began = performance.now();
  const ended = work().finally(() => {
    done = true;
  });
  // A failure of the work is told when the page at that moment has its answer.
  ended.catch(() => {});
  const asked = ask(kiosk, () => done, waits);
  await ended;
  const taken = performance.now() - began;
  await asked;
  return taken;
}

/** What a page waits begins when it asks, not when its turn comes. */
async function ask(kiosk: Kiosk, isDone: () => boolean, waits: number[]): Promise<void> {
  while (!isDone()) {
    const due = performance.now() + pauseMs;
    await after(pauseMs);
    await kiosk.call('kiosk.describe', visitor, {});
    waits.push(performance.now() - due);
  }
}
