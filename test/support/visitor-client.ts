/** A visitor at the HTTP face of a kiosk, as the page is one, and the phone in the visitor's hand. For tests only. */
import { buildClient, type Client, type InputOf, operations } from '../../main/contract/public.ts';
import type { Person, Sms } from '../../main/sandbox/sandbox.ts';
import { buildHttpTransport } from '../../renderer/client/http-transport.ts';

/** Nothing is pushed to this visitor. */
class NoEventSource {
  onmessage = null;
  constructor(url: string) {
    throw new TypeError(`a visitor of a test listens to nothing, neither to ${url}`);
  }
  close(): void {}
}

/** Opens the launch URL and returns the client of the session. Rejects when nobody answers there. */
export async function enterKiosk(launchUrl: string): Promise<Client> {
  const opened = await fetch(launchUrl, { redirect: 'manual' });
  await opened.arrayBuffer();
  const cookie = opened.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (cookie === undefined) {
    throw new Error(`the launch URL set no cookie (status ${opened.status})`);
  }
  const surroundings = {
    fetch: (target: RequestInfo | URL, init?: RequestInit) =>
      fetch(target, { ...init, headers: { ...init?.headers, cookie } }),
    EventSource: NoEventSource,
    origin: new URL(launchUrl).origin,
  };
  return buildClient(buildHttpTransport(surroundings, operations));
}

/** What a person who consents gives; `version` is that of the notice. */
export function startInput(person: Person, version: string, purpose = 'visitor'): InputOf<'verification.start'> {
  return {
    fullName: person.full_name,
    mobileNumber: person.mobile_number,
    purpose,
    consent: { version, locale: 'en', accepted: true },
  };
}

/** Reads the newest code from the phone of this number at a sandbox. */
export async function readOtp(sandboxUrl: string, mobileNumber: string): Promise<string> {
  const answer = await fetch(`${sandboxUrl}/sandbox/messages?mobile_number=${mobileNumber}`);
  const messages: Sms[] = await answer.json();
  const newest = messages.at(-1);
  if (newest === undefined) {
    throw new Error('no SMS has come to this number');
  }
  return newest.otp;
}
