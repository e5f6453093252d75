/** A sandbox for one test, with a clock that stands still until it is moved. For tests only. */
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../main/sandbox/sandbox.ts';
import { askStatus, confirmOtp, generateOtp, type WireAnswer } from './wire-client.ts';

export interface Bench extends Sandbox {
  /** Lets so many seconds pass for the sandbox. */
  pass(seconds: number): void;
  /** The code in the newest SMS of a number. */
  lastOtp(mobileNumber: string): string;
  /** Asks for a fault, answers the response. */
  fault(wish: unknown): Promise<Response>;
}

/** A person of the shipped people file. */
export const asha = { name: 'Asha Kumari', number: '9876543210', status: 2 } as const;

/** Starts a sandbox that ends with the test. */
export async function setUp(options: Partial<SandboxOptions> = {}): Promise<Bench> {
  let at = Date.parse('2026-01-15T04:30:00.000Z');
  const sandbox = await startSandbox({ port: 0, now: () => at, ...options });
  onTestFinished(() => sandbox.close());
  return {
    ...sandbox,
    pass: (seconds) => {
      at += seconds * 1_000;
    },
    lastOtp: (mobileNumber) => sandbox.messages(mobileNumber).at(-1)?.otp ?? 'no SMS came',
    fault: (wish) => fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(wish) }),
  };
}

/** Goes as far as the token. */
export async function obtainToken(sandbox: Bench, name: string, number: string): Promise<unknown> {
  const { fields } = await generateOtp(sandbox, name, number);
  const confirmed = await confirmOtp(sandbox, fields.txnId, sandbox.lastOtp(number));
  return confirmed.fields.token;
}

/** All three calls; the answer of the last. */
export async function visit(sandbox: Bench, name: string, number: string): Promise<WireAnswer> {
  return askStatus(sandbox, await obtainToken(sandbox, name, number));
}
