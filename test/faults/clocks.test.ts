/**
 * The whole program under clocks that are wrong, or are set while somebody stands before it (D4): rows keep their order, no
 * code lives longer, and the log says which times to doubt. A kiosk that knows that its clock is wrong may also refuse.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Answer, Client } from '../../main/contract/public.ts';
import { type EntryRow, openLogReader } from '../../main/core/kiosk.ts';
import { type Person, type Sandbox, startSandbox } from '../../main/sandbox/sandbox.ts';
import { type Program, runProgram } from '../support/program.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { enterKiosk, readOtp, startInput } from '../support/visitor-client.ts';
import { buildWrongClock, findFaketime, type WrongClock } from '../support/wrong-clock.ts';
import { startServer } from './world.ts';

const library = findFaketime();
const reason = library === undefined ? ' (left out: libfaketime is not installed)' : '';

const day = 24 * 60 * 60;
/** Seconds from the true time. */
const clocks = [
  ['1970', () => 600 - Math.round(Date.now() / 1000), 'before-program'],
  ['a day back', () => -day, 'behind-newest'],
  ['ten years on', () => 3_650 * day, 'far-ahead'],
] as const;

const people = Array.from({ length: 40 }, (_, index): Person => {
  const mobile_number = String(9_000_000_000 + index);
  return { full_name: `Visitor ${index}`, mobile_number, vaccination_status: 2 };
});
const coming = people.values();

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, people });
});
afterAll(() => sandbox.close());

/** A venue with an empty log and a clock of its own. Its codes live for four seconds. */
class Venue {
  readonly clock: WrongClock;
  readonly data: string;
  readonly #config: string;

  constructor(signature: 'off' | 'required') {
    const folder = makeTemporaryFolder();
    this.clock = buildWrongClock(library ?? '', folder);
    this.data = join(folder, 'data');
    this.#config = join(folder, 'pravesh.yml');
    const upstream = {
      baseUrl: sandbox.baseUrl,
      apiKey: 'key-of-the-test',
      signature,
      jwks: `${sandbox.url}/.well-known/jwks.json`,
      otp: { validSeconds: 4 },
    };
    const policy = { purposes: { visitor: { admit: [2], refer: [1] } } };
    writeFileSync(
      this.#config,
      stringify({ site: { id: 'hq', name: 'Head Office', terminal: 'gate-1' }, upstream, policy }),
    );
  }

  async open(): Promise<{ readonly program: Program; readonly client: Client; readonly version: string }> {
    const program = await startServer({ data: this.data, config: this.#config, env: this.clock.env });
    const client = await enterKiosk(program.url);
    const described = await client['kiosk.describe']({});
    return { program, client, version: described.ok ? described.value.consent.version : '' };
  }

  rows(): EntryRow[] {
    const reader = openLogReader({ data: this.data });
    try {
      return reader.list({ limit: 1_000 });
    } finally {
      reader.close();
    }
  }

  /** Rows without a gap, each of a decision where it was shown, and a tree that holds. */
  async expectWhole(shown: readonly number[]): Promise<void> {
    const rows = this.rows();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    const behind = rows.filter(({ at }, index) => Date.parse(at) < Date.parse(rows[index - 1]?.at ?? at) - 2_000);
    expect(behind.filter(({ clock }) => clock === 'ok')).toEqual([]);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    for (const seq of shown) {
      expect(rows[seq - 1]).toMatchObject({ outcome: 'admitted', status: 2 });
    }
    expect(rows.filter(({ outcome }) => outcome === 'admitted')).toHaveLength(shown.length);
    const verified = await runProgram(['verify', this.data]);
    expect(verified.code, verified.stderr).toBe(0);
  }
}

type Open = Awaited<ReturnType<Venue['open']>>;

/** Somebody comes; the number of the row that was shown, or none where the kiosk says that it is out of order. */
async function visit({ client, version }: Open): Promise<number[]> {
  const person = nextPerson();
  const started = await client['verification.start'](startInput(person, version));
  if (!started.ok) {
    expect(started.error.code).toBe('out-of-order');
    return [];
  }
  const otp = await readOtp(sandbox.url, person.mobile_number);
  const answered = await client['verification.submitOtp']({ id: started.value.id, otp });
  return shownOf(answered, ['out-of-order']);
}

/** The row of a decision, or none where it was refused in one of these words. */
function shownOf(answered: Answer<unknown>, words: readonly string[]): number[] {
  if (!answered.ok) {
    expect(words).toContain(answered.error.code);
    return [];
  }
  expect(answered.value).toMatchObject({ state: 'decided', decision: 'admitted' });
  return [Number(Object(answered.value).seq)];
}

/** Somebody does not consent, which is a row whatever the clock says. */
async function decline({ client, version }: Open): Promise<void> {
  const declined = await client['consent.decline']({ purpose: 'visitor', locale: 'en', version });
  expect(declined.ok).toBe(true);
}

function nextPerson(): Person {
  const { value } = coming.next();
  if (value === undefined) {
    throw new Error('the test needs more people');
  }
  return value;
}

describe.skipIf(library === undefined)(`wrong clocks${reason}`, () => {
  test.each(clocks)('%s: rows stay in order, and say that they are in doubt', async (_name, offset, remark) => {
    const venue = new Venue('off');
    const shown: number[] = [];
    const right = await venue.open();
    shown.push(...(await visit(right)));
    expect(shown).toHaveLength(1);
    await right.program.stop();
    const before = venue.rows().length;

    venue.clock.set(offset());
    const wrong = await venue.open();
    await decline(wrong);
    const declined = venue
      .rows()
      .slice(before)
      .find(({ outcome }) => outcome === 'declined');
    // Beside the row before it, or beside the upstream, as far as that is known by then.
    expect([remark, 'ahead-of-upstream', 'behind-upstream']).toContain(declined?.clock);
    shown.push(...(await visit(wrong)));
    venue.clock.set(0);
    await decline(wrong);
    const again = await visit(wrong);
    expect(again, 'set right, it serves again by itself').toHaveLength(1);
    shown.push(...again);
    await wrong.program.stop();
    await venue.expectWhole(shown);
  });

  test.each([
    ['a day back', -day],
    ['ten years on', 3_650 * day],
  ])('set %s in mid-visit: a code that was sent before lives as long as it would have', async (_name, offset) => {
    const venue = new Venue('off');
    const open = await venue.open();
    const late = await begin(open);
    const early = await begin(open);
    venue.clock.set(offset);
    const inTime = await open.client['verification.submitOtp'](early);
    const shown = shownOf(inTime, ['out-of-order']);
    expect(shown).toHaveLength(1);
    await untilExpired(open.client, late.id);
    // Set back or on once more, it stays so.
    venue.clock.set(-2 * offset);
    const tooLate = await open.client['verification.submitOtp'](late);
    expect(tooLate).toMatchObject({ ok: false, error: { code: 'otp-expired' } });
    await open.program.stop();
    await venue.expectWhole(shown);
  });

  test('set a day back in mid-visit, a signed status is no longer fresh: a fault, and never a refusal', async () => {
    const venue = new Venue('required');
    const open = await venue.open();
    const begun = await begin(open);
    venue.clock.set(-day);
    const answered = await open.client['verification.submitOtp'](begun);
    expect(shownOf(answered, ['upstream-signature-invalid', 'out-of-order'])).toEqual([]);
    await open.program.stop();
    const outcomes = new Set(venue.rows().map(({ outcome }) => outcome));
    expect(outcomes).not.toContain('refused');
    expect(outcomes).toContain('fault');
    await venue.expectWhole([]);
  });
});

/** Somebody begins; what they would enter. */
async function begin({ client, version }: Open): Promise<{ readonly id: string; readonly otp: string }> {
  const person = nextPerson();
  const started = await client['verification.start'](startInput(person, version));
  expect(started).toMatchObject({ ok: true });
  const otp = await readOtp(sandbox.url, person.mobile_number);
  return { id: started.ok ? started.value.id : '', otp };
}

/** Looks until the kiosk says that the code is over. A life that a clock lengthens outlasts its patience. */
async function untilExpired(client: Client, id: string): Promise<void> {
  const look = async () => {
    const looked = await client['verification.get']({ id });
    return looked.ok && looked.value.state === 'awaiting-otp' ? looked.value.expiresInMs : looked;
  };
  await expect.poll(look, { timeout: 60_000, interval: 100 }).toBe(0);
}
