/**
 * The program that the model is compared with: a real kiosk on a real file behind a real HTTP server. It can be closed,
 * and it can end without warning. For tests only.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildClient, type Client, operations } from '../../../main/contract/public.ts';
import type { Settings } from '../../../main/core/config/settings.ts';
import { type Caller, type Kiosk, openKiosk } from '../../../main/core/kiosk.ts';
import type { Ports } from '../../../main/core/ports.ts';
import { type HttpHost, startHttp } from '../../../main/http/start.ts';
import { buildSecrets } from '../../../main/platform/secrets.ts';
import { buildHttpTransport } from '../../../renderer/client/http-transport.ts';
import { untold } from '../http-host.ts';
import { readValue } from '../operators.ts';
import { addParty } from '../parties.ts';
import { buildMortalClock } from './mortal-clock.ts';

/** The page at the terminal. */
const page: Caller = { kind: 'kiosk', id: 'page' };

/** Nothing is pushed. */
class NoEventSource {
  onmessage = null;
  close(): void {}
}

export interface ProgramParts {
  /** A folder that is its own. */
  readonly folder: string;
  readonly rendererFolder: string;
  readonly settings: Settings;
  readonly ports: Ports;
}

/** What ends with the process. */
interface Running {
  readonly kiosk: Kiosk;
  readonly host: HttpHost;
  /** Nothing happens in it any more. */
  readonly stopTime: () => void;
}

/** Begins, ends and begins again on the same log. */
export class ModelProgram {
  /** How often it has begun. */
  starts = 1;
  /** How often another system was answered what it had been answered before. */
  replays = 0;
  /** Where its data is. */
  data: string;
  /** The versions of the notice: the page's, and the other system's, which names it. */
  versions = { page: '', party: '' };
  readonly #parts: ProgramParts;
  #running: Running;
  #isRunning = true;
  #apiKey = '';

  private constructor(parts: ProgramParts, data: string, running: Running) {
    this.#parts = parts;
    this.data = data;
    this.#running = running;
  }

  /** Begins on an empty log, and lets another system verify people. */
  static async begin(parts: ProgramParts): Promise<ModelProgram> {
    const data = join(parts.folder, 'data-1');
    const program = new ModelProgram(parts, data, await open(parts, data));
    const party = await addParty(program.kiosk, { origins: [], rate: { count: 100_000, seconds: 1 } });
    program.#apiKey = party.apiKey;
    const described = await Promise.all(
      [program.page(), program.party()].map((client) => client['kiosk.describe']({})),
    );
    const [page = '', other = ''] = described.map((answer) => readValue(answer).consent.version);
    program.versions = { page, party: other };
    return program;
  }

  get kiosk(): Kiosk {
    return this.#running.kiosk;
  }

  /** The seed of the terminal's key, which its heads are signed with. */
  seed(): Uint8Array {
    return this.#secrets().key('terminal', 32);
  }

  /** The client of the terminal's page. */
  page(): Client {
    return this.kiosk.client(page);
  }

  /** The client of the other system, over HTTP; each of its calls carries this key where there is one. */
  party(idempotencyKey?: string): Client {
    const authorization = `Bearer ${this.#apiKey}`;
    const headers = { authorization, ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }) };
    const counting: typeof fetch = async (target, init) => {
      const answered = await fetch(target, init);
      this.replays += Number(answered.headers.has('idempotent-replayed'));
      return answered;
    };
    const surroundings = {
      fetch: counting,
      EventSource: NoEventSource,
      origin: this.#running.host.url,
      headers: () => headers,
    };
    return buildClient(buildHttpTransport(surroundings, operations));
  }

  /** Ends as a program that is told to; doing it again changes nothing. */
  async close(): Promise<void> {
    if (this.#isRunning) {
      this.#isRunning = false;
      await end(this.#running);
    }
  }

  /** Ends as it is told to, and begins again. */
  async restart(): Promise<void> {
    await this.close();
    await this.#beginAgain();
  }

  /**
   * Ends without warning: what the files hold at this moment is what the next start finds.
   * @param onDeath lets go of calls that are still under way
   */
  async crash(onDeath: () => void): Promise<void> {
    const left = this.data;
    this.data = join(this.#parts.folder, `data-${this.starts + 1}`);
    cpSync(left, this.data, { recursive: true });
    // The one that has ended is still here. Whatever it does is done to files that nobody looks at again.
    const gone = this.#running;
    gone.stopTime();
    await gone.kiosk.close();
    onDeath();
    await gone.host.close();
    rmSync(left, { recursive: true });
    await this.#beginAgain();
  }

  async #beginAgain(): Promise<void> {
    this.#running = await open(this.#parts, this.data);
    this.#isRunning = true;
    this.starts += 1;
  }

  #secrets(): Ports['secrets'] {
    return secretsOf(this.#parts, this.data);
  }
}

async function open(parts: ProgramParts, data: string): Promise<Running> {
  const { settings, rendererFolder } = parts;
  const { clock, stop } = buildMortalClock(parts.ports.clock);
  const ports = { ...parts.ports, clock, secrets: secretsOf(parts, data) };
  const kiosk = openKiosk({ settings, data, ports });
  const host = await startHttp({
    kiosk,
    port: 0,
    bind: '127.0.0.1',
    rendererFolder,
    logger: ports.logger,
    perMinute: untold,
  });
  return { kiosk, host, stopTime: stop };
}

async function end({ kiosk, host, stopTime }: Running): Promise<void> {
  await host.close();
  await kiosk.close();
  stopTime();
}

function secretsOf({ ports }: ProgramParts, data: string): Ports['secrets'] {
  return buildSecrets(join(data, 'keys'), ports.random, ports.files);
}
