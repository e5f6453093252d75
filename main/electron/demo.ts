/**
 * DEMO in the Electron host: a sandbox upstream inside the program, and its phones for the page to see.
 * Runs in Electron's main process.
 */
import type { DemoPhonePort } from '../core/kiosk.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

/** The upstream of a demonstration. */
export interface DemoUpstream {
  /** Where the settings' upstream points. */
  readonly baseUrl: string;
  readonly demoPhone: DemoPhonePort;
  close(): Promise<void>;
}

/** Starts the sandbox on a free loopback port. */
export async function startDemoUpstream(): Promise<DemoUpstream> {
  const sandbox = await startSandbox({ port: 0 });
  return { baseUrl: sandbox.baseUrl, demoPhone: buildDemoPhone(sandbox), close: () => sandbox.close() };
}

/** Shows the sandbox's people and SMS in the words of the contract; the wire has its own. */
function buildDemoPhone({ people, messages }: Pick<Sandbox, 'people' | 'messages'>): DemoPhonePort {
  return {
    people: () =>
      people.map((person) => ({
        fullName: person.full_name,
        mobileNumber: person.mobile_number,
        status: person.vaccination_status,
      })),
    messages: (mobileNumber) =>
      messages(mobileNumber).map(({ text, otp, sent_at }) => ({ text, otp, sentAt: sent_at })),
  };
}
