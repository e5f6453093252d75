/**
 * The sandbox's door: a KYC-VS upstream to try, demonstrate and test against. It speaks the wire and knows nothing else.
 * Runs in Node: inside the kiosk for a demonstration, by itself through the CLI, and in tests.
 */
import { createServer, type Server } from 'node:http';
import { buildControls } from './controls.ts';
import { type Pace, usualPace } from './deliveries.ts';
import { buildDemoPhone, type DemoPhone } from './demo-phone.ts';
import { buildFaultQueue } from './fault-queue.ts';
import { buildOtpDesk } from './otp-desk.ts';
import { readPeople } from './people.ts';
import shippedPeople from './people.yml?raw';
import { buildRegister, type Person } from './person.ts';
import { buildPhones, type Sms } from './phones.ts';
import { buildListener } from './router.ts';
import { buildStatusSigner } from './status-signer.ts';
import { buildTokens } from './tokens.ts';
import { basePath, buildWire } from './wire.ts';

export { PeopleError, readPeople } from './people.ts';
export type { Pace, Person, Sms };

export interface SandboxOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  /** Who is registered; the people that come with the sandbox when not given. */
  readonly people?: readonly Person[] | undefined;
  /** When given, every call must carry it as `x-api-key`. */
  readonly apiKey?: string | undefined;
  /** How long a code lives and until the next may be asked for; 180 when not given. */
  readonly otpSeconds?: number | undefined;
  /** Milliseconds since 1970; tests drive it. */
  readonly now?: (() => number) | undefined;
  /** What its answers say that the time is, milliseconds since 1970; `now` unless told. */
  readonly date?: (() => number) | undefined;
  /** How slow the slow faults are; tests hurry them. */
  readonly pace?: Partial<Pace> | undefined;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Where a client of the service points its base URL: `url` and `/api`. */
  readonly baseUrl: string;
  readonly people: readonly Person[];
  /** The SMS of a number, oldest first. */
  messages(mobileNumber: string): Sms[];
  /** The same for a demonstration that shows people and SMS on its screen. */
  readonly demoPhone: DemoPhone;
  /** Stops listening and ends all connections. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox on 127.0.0.1.
 * Rejects with Node's error when the port cannot be had (`EADDRINUSE`), and with a TypeError when two of the people are the same.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, people = readPeople(shippedPeople), otpSeconds = 180, now = Date.now, date = now, apiKey } = options;
  const register = buildRegister(people);
  const phones = buildPhones(now);
  const faults = buildFaultQueue();
  const [tokens, signer] = await Promise.all([buildTokens(now, register), buildStatusSigner(now)]);
  const desk = buildOtpDesk(now, otpSeconds * 1_000);
  const routes = {
    ...buildWire({ register, desk, phones, tokens, signer, otpSeconds }, faults, apiKey),
    ...buildControls(people, phones, faults),
  };
  // Idle connections outlive the pauses between two visitors, so that no client meets one that is just closing.
  const listener = buildListener(routes, { ...usualPace, ...options.pace }, date);
  const server = createServer({ keepAliveTimeout: 65_000 }, listener);
  const url = `http://127.0.0.1:${await listen(server, port)}`;
  return {
    url,
    baseUrl: `${url}${basePath}`,
    people,
    messages: (mobileNumber) => phones.messages(mobileNumber),
    demoPhone: buildDemoPhone(people, phones),
    close: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
