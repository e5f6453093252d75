/**
 * A venue for the tests of one file: a sandbox, a pravesh.yml in a folder of its own, the built program that serves it,
 * and a browser. Everything is real.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../main/sandbox/sandbox.ts';
import { launchChromium } from '../../support/chromium.ts';
import { type Program, startProgram } from '../../support/program.ts';
import { type Line, openLine } from './line.ts';
import { buildPeople, buildPool } from './people.ts';
import { apiKey, type VenueSettings, writeSettings } from './venue-settings.ts';

export interface VenueOptions extends VenueSettings {
  /** Without a configuration: a demonstration with its own sandbox. */
  readonly demo?: boolean;
  readonly sandbox?: Partial<SandboxOptions>;
}

/** Registers a venue for this file; it is there while its tests run. What the program says names nobody (P4). */
export function inVenue(options: VenueOptions = {}): Venue {
  const venue = new Venue(options);
  beforeAll(() => venue.open());
  afterAll(async () => {
    const said = await venue.close();
    const secrets = buildPeople().flatMap((person) => [...person.full_name.split(' '), person.mobile_number]);
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  });
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
  #folder = '';
  #aheadMs = 0;
  #opened: Opened | undefined;

  constructor(options: VenueOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    this.#folder = mkdtempSync(join(tmpdir(), 'pravesh-e2e-'));
    const now = () => Date.now() + this.#aheadMs;
    const sandbox = await startSandbox({
      port: 0,
      apiKey,
      people: buildPeople(),
      now,
      date: Date.now,
      ...this.#options.sandbox,
    });
    const line = await openLine(sandbox.url);
    writeFileSync(this.#config, writeSettings(line.url, this.#options));
    const [program, browser] = await Promise.all([this.#startProgram(), launchChromium()]);
    this.#opened = { browser, program, sandbox, line };
  }

  /** Ends all that runs, and answers what the program has said on stderr. */
  async close(): Promise<string> {
    const { browser, program, sandbox, line } = this.#opened ?? {};
    await Promise.all([browser?.close(), program?.stop(), sandbox?.close(), line?.cut()]);
    rmSync(this.#folder, { recursive: true, force: true });
    return program?.stderr() ?? '';
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

  /** What the program has said on stderr so far. */
  said(): string {
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

  /** Ends the program and starts it again on the same folder and port; in between both are free. */
  async restart(between: (folders: readonly string[]) => Promise<void> = async () => {}): Promise<void> {
    await this.#now.program.stop();
    try {
      await between(this.#folders);
    } finally {
      this.#now.program = await this.#startProgram(new URL(this.launchUrl).port);
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

  #startProgram(port = '0'): Promise<Program> {
    const args = ['run', '--host', 'server', '--no-restart', '--port', port, ...this.#folders];
    return startProgram(args, { env: { PRAVESH_LOG: 'info' } });
  }
}
