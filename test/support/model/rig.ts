/**
 * Everything that a run of the model moves: the program, the sandbox that is its upstream, the witness between them, and a
 * clock that stands still until a step moves it. For tests only.
 */
import type { JsonWebKey } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { SnapshotIn } from '../../../main/contract/public.ts';
import type { NodePorts } from '../../../main/platform/ports.ts';
import { buildPorts } from '../../../main/platform/ports.ts';
import { type Sandbox, type Sms, startSandbox } from '../../../main/sandbox/sandbox.ts';
import { buildFakeClock, type FakeClock, settlePromises } from '../fake-clock.ts';
import { buildListLogger } from '../http-host.ts';
import { buildSettings } from '../settings.ts';
import { type Asked, type Guest, type Moment, must } from './guest.ts';
import { people } from './people.ts';
import { ModelProgram } from './program.ts';
import { isClockWrong, type Reference } from './reference.ts';
import { Rows } from './rows.ts';
import { type Heard, Witness } from './witness.ts';

/** A call whose upstream is late. */
interface Pending {
  readonly heard: Heard;
  /** When the kiosk gives it up, by the monotonic clock. */
  readonly givenUpAt: number;
  readonly answer: Promise<Asked>;
  /** Has the reference judge the answer. */
  readonly judge: (heard: Heard, answer: Asked) => void;
}

/** A call that came with an `Idempotency-Key`, and what came of it. */
interface Keyed {
  readonly call: () => Promise<Asked>;
  readonly answer: Asked;
  readonly guest: Guest | undefined;
  /** In which life of the program. */
  readonly starts: number;
}

interface Parts {
  readonly program: ModelProgram;
  readonly sandbox: Sandbox;
  readonly witness: Witness;
  readonly clock: FakeClock;
  readonly ports: NodePorts;
}

const began = Date.parse('2026-03-15T04:30:00.000Z');
/** One call to the upstream takes no longer, retries and waits included. */
const patienceMs = 25_000;
/** Slow answers are as slow as they must be to be seen. */
const pace = { slowMs: 2, dripMs: 1, holdMs: 2 };
/** More turns of the event loop than a row takes that nobody waits for. */
const turns = 40;

/** Opens all of it in an empty folder. */
export async function openRig(folder: string, rendererFolder: string): Promise<Rig> {
  mkdirSync(folder);
  const clock = buildFakeClock(began);
  const truth = () => began + clock.monotonic();
  const sandbox = await startSandbox({ port: 0, people, now: truth, pace });
  const ports = buildPorts({ data: folder });
  const { keys }: { keys: [JsonWebKey] } = await (await fetch(`${sandbox.url}/.well-known/jwks.json`)).json();
  const witness = new Witness(ports.ports.fetch, keys[0], { wall: clock.now, truth });
  const settings = settingsFor(sandbox);
  // The waits before a retry are drawn from four bytes: with these they are none.
  const random = { bytes: (count: number) => (count === 4 ? new Uint8Array(4) : ports.ports.random.bytes(count)) };
  const own = { clock, random, fetch: witness.fetch, logger: buildListLogger([]) };
  const program = await ModelProgram.begin({ folder, rendererFolder, settings, ports: { ...ports.ports, ...own } });
  return new Rig({ program, sandbox, witness, clock, ports });
}

function settingsFor({ url, baseUrl }: Sandbox) {
  const { upstream, limits, ...base } = buildSettings();
  const signature = { mode: 'required', algorithms: ['EdDSA'], jwks: { url: `${url}/.well-known/jwks.json` } } as const;
  const manyCalls = { calls: 1_000_000, seconds: 300 };
  return { ...base, upstream: { ...upstream, baseUrl, signature }, limits: { ...limits, upstream: manyCalls } };
}

export class Rig {
  readonly program: ModelProgram;
  readonly sandbox: Sandbox;
  readonly rows: Rows;
  readonly #witness: Witness;
  readonly #clock: FakeClock;
  readonly #ports: NodePorts;
  readonly #shown: SnapshotIn<'decided'>[] = [];
  #keys = 0;
  #isClosed = false;
  /** How many have been made. */
  steps = 0;
  #pending: Pending | undefined;
  /** The last call that came with a key. */
  keyed: Keyed | undefined;

  constructor({ program, sandbox, witness, clock, ports }: Parts) {
    this.program = program;
    this.sandbox = sandbox;
    this.rows = new Rows(program.data);
    this.#witness = witness;
    this.#clock = clock;
    this.#ports = ports;
  }

  now(): Moment {
    const mono = this.#clock.monotonic();
    return { mono, wall: this.#clock.now(), truth: began + mono };
  }

  /** Whether a call is late. */
  isPending(): boolean {
    return this.#pending !== undefined;
  }

  /** The newest SMS on a phone. */
  newestSms(number: string): Sms | undefined {
    return this.sandbox.messages(number).at(-1);
  }

  /** An `Idempotency-Key` that was not there before. */
  nextKey(): string {
    this.#keys += 1;
    return `key-${this.#keys}`;
  }

  /** A decision was shown: it must be the row that it names. */
  noteShown(answer: Asked): void {
    if (answer.ok && answer.value.state === 'decided') {
      this.#shown.push(answer.value);
    }
  }

  /** Makes the upstream's next answers bad, through its own switches. */
  async fault(fault: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', body: JSON.stringify(fault), headers };
    const answered = await fetch(`${this.sandbox.url}/sandbox/faults`, init);
    must(answered.ok, await answered.text());
  }

  /** The upstream's next answer to this call is late. */
  holdNext(call: string): void {
    this.#witness.holdNext(call);
  }

  /** Makes a call and judges its answer; one that is late is judged when it comes. */
  async ask(call: () => Promise<Asked>, judge: Pending['judge']): Promise<void> {
    this.#witness.forget();
    const { heard } = this.#witness;
    const held = this.#witness.untilHeld();
    const answer = call();
    const first = await Promise.race([answer, held]);
    if (first === undefined) {
      this.#pending = { heard, givenUpAt: this.now().mono + patienceMs, answer, judge };
    } else {
      judge(heard, first);
    }
  }

  /** The late answer comes. */
  async release(): Promise<void> {
    const pending = this.#pending;
    this.#witness.heard = pending?.heard ?? this.#witness.heard;
    this.#witness.release();
    await this.#settle(pending);
  }

  /** Lets time pass, from one event that the reference knows of to the next. */
  async pass(model: Reference, milliseconds: number): Promise<void> {
    const until = this.now().mono + milliseconds;
    while (this.now().mono < until) {
      const { mono } = this.now();
      const event = Math.min(until, model.nextExpiry(), this.#pending?.givenUpAt ?? until);
      await this.#clock.pass(Math.max(1, event - mono));
      model.passed(this.now());
      if (this.#pending !== undefined && this.now().mono >= this.#pending.givenUpAt) {
        await this.#settle(this.#pending);
        this.#witness.release();
      }
    }
  }

  /** Somebody sets the clock, by so many milliseconds. */
  jump(model: Reference, milliseconds: number): void {
    this.#clock.jump(milliseconds);
    model.passed(this.now());
  }

  /** The program ends without warning, and begins again; nobody is told how a late call came out. */
  async crash(): Promise<void> {
    this.#pending = undefined;
    await this.program.crash(() => this.#witness.release());
    this.rows.moved(this.program.data);
  }

  /** Lets go of everything, however it stands. */
  async abandon(): Promise<void> {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#witness.release();
      await this.program.close();
      this.rows.close();
      await Promise.all([this.sandbox.close(), this.#ports.close()]);
    }
  }

  /** A step is over: lets rows be written that nobody waits for, and looks at the log. */
  async endStep(model: Reference): Promise<void> {
    this.steps += 1;
    for (let turn = 0; turn < turns; turn += 1) {
      await settlePromises();
    }
    this.rows.settle(model.owed.splice(0), isClockWrong(this.now()));
    for (const { seq, entryId, decision, status } of this.#shown.splice(0)) {
      this.rows.mustHave({ seq, entryId }, { outcome: decision, reason: null, status });
    }
  }

  /** Ends everything, and verifies what is left. */
  async close(model: Reference): Promise<void> {
    await this.release();
    for (const guest of model.guests) {
      model.left(guest, this.now(), 'terminal-stopped');
    }
    await this.program.close();
    this.rows.settle(model.owed.splice(0), isClockWrong(this.now()));
    this.rows.verify(this.program.data, this.program.seed());
  }

  async #settle(pending: Pending | undefined): Promise<void> {
    this.#pending = undefined;
    pending?.judge(pending.heard, await pending.answer);
  }
}
