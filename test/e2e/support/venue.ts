/**
 * A venue for the tests of one file: a sandbox, a pravesh.yml in a folder of its own, the built program that serves it,
 * and a browser. Everything is real.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { stringify } from 'yaml';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../main/sandbox/sandbox.ts';
import { launchChromium } from '../../support/chromium.ts';
import { type Program, startProgram } from '../../support/program.ts';
import { type Line, openLine } from './line.ts';
import { buildPeople, buildPool } from './people.ts';

export interface VenueOptions {
  /** Without a configuration: a demonstration with its own sandbox. */
  readonly demo?: boolean;
  readonly sandbox?: Partial<SandboxOptions>;
  /** Keys of the sections `upstream` and `kiosk` of pravesh.yml. */
  readonly upstream?: Readonly<Record<string, unknown>>;
  readonly kiosk?: Readonly<Record<string, unknown>>;
}

/** What stands in the configuration and on the screens. */
export const site = { id: 'hq', name: 'Head Office', terminal: 'gate-1' } as const;
export const desk = 'Reception, ground floor';

const apiKey = 'key-of-the-venue';

/** Registers a venue for this file; it is there while its tests run. */
export function inVenue(options: VenueOptions = {}): Venue {
  const venue = new Venue(options);
  beforeAll(() => venue.open());
  afterAll(() => venue.close());
  return venue;
}

interface Opened {
  readonly browser: Browser;
  readonly sandbox: Sandbox;
  readonly line: Line;
  program: Program;
}

export class Venue {
  /** Somebody whose number was not used yet. */
  readonly person = buildPool();
  readonly #options: VenueOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), 'pravesh-e2e-'));
  #aheadMs = 0;
  #opened: Opened | undefined;

  constructor(options: VenueOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    const now = () => Date.now() + this.#aheadMs;
    const sandbox = await startSandbox({ port: 0, apiKey, people: buildPeople(), now, ...this.#options.sandbox });
    const line = await openLine(sandbox.url);
    writeFileSync(this.#config, stringify(this.#settings(line.url)));
    const [program, browser] = await Promise.all([this.#startProgram(), launchChromium()]);
    this.#opened = { browser, program, sandbox, line };
  }

  async close(): Promise<void> {
    const { browser, program, sandbox, line } = this.#opened ?? {};
    await Promise.all([browser?.close(), program?.stop(), sandbox?.close(), line?.cut()]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get browser(): Browser {
    return this.#now.browser;
  }

  get launchUrl(): string {
    return this.#now.program.url;
  }

  get data(): string {
    return join(this.#folder, 'data');
  }

  /** What the program has said on stderr. */
  get said(): string {
    return this.#now.program.stderr();
  }

  /** The newest code that was sent to this number. */
  newestOtp(mobileNumber: string): string {
    return this.#now.sandbox.messages(mobileNumber).at(-1)?.otp ?? 'none';
  }

  /** Makes the next answers of the upstream fail. */
  async fault(call: string, kind: string, times = 1): Promise<void> {
    const body = JSON.stringify({ call, kind, times });
    const headers = { 'content-type': 'application/json' };
    const queued = await fetch(`${this.#now.sandbox.url}/sandbox/faults`, { method: 'POST', body, headers });
    if (!queued.ok) {
      throw new Error(`the sandbox does not know this fault: ${await queued.text()}`);
    }
  }

  /** Sets the upstream's clock on: for it, codes have run out and a new one may be asked for. */
  moveUpstream(seconds: number): void {
    this.#aheadMs += seconds * 1_000;
  }

  /** Nobody listens at the upstream's address while this runs. */
  async withoutUpstream(run: () => Promise<void>): Promise<void> {
    const { line } = this.#now;
    await line.cut();
    try {
      await run();
    } finally {
      await line.mend();
    }
  }

  /** Ends the program and starts it again on the same folder; in between the folder is free for other commands. */
  async restart(between: (folders: readonly string[]) => Promise<void> = async () => {}): Promise<void> {
    await this.#now.program.stop();
    try {
      await between(this.#folders);
    } finally {
      this.#now.program = await this.#startProgram();
    }
  }

  get #now() {
    if (this.#opened === undefined) {
      throw new TypeError('the venue is open only while the tests of its file run');
    }
    return this.#opened;
  }

  get #config(): string {
    return join(this.#folder, 'pravesh.yml');
  }

  get #folders(): readonly string[] {
    return ['--data', this.data, ...(this.#options.demo ? [] : ['--config', this.#config])];
  }

  #startProgram(): Promise<Program> {
    return startProgram(['run', '--host', 'server', '--port', '0', ...this.#folders]);
  }

  #settings(upstreamUrl: string): unknown {
    return {
      site,
      upstream: {
        baseUrl: `${upstreamUrl}/api`,
        apiKey,
        signature: 'required',
        jwks: `${upstreamUrl}/.well-known/jwks.json`,
        ...this.#options.upstream,
      },
      policy: { purposes: { visitor: { admit: [2], refer: [1] }, employee: { admit: [1, 2] } } },
      privacy: { contact: { desk } },
      // One browser does the work of many visitors.
      limits: { upstream: { calls: 10_000 } },
      kiosk: { ...this.#options.kiosk },
    };
  }
}
