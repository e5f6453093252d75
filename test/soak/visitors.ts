/**
 * The visitors of a soak: each makes one visit, in whatever way it goes, and keeps what they were told, as the row must say
 * it. Part of `npm run soak`.
 */
import { Agent } from 'undici';
import type { Person } from '../../main/sandbox/sandbox.ts';
import { startInput } from '../support/visitor-client.ts';

/** What a call was answered: the fields of its JSON, with `code` where it is a fault. */
type Told = Readonly<Record<string, unknown>>;

export interface Visitors {
  /** Makes one visit. */
  visit(person: Person): Promise<void>;
  /** By `outcome/reason`: how many rows there must be. */
  readonly told: ReadonlyMap<string, number>;
  /** How many could not even decline, because so many others just had. */
  turnedAway: number;
  /** What no kiosk in good health says, by code. */
  readonly strange: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Faults that a visitor may meet here: the ones that say nothing of the terminal, and keep nobody else waiting. */
const faults = [
  ...['400-USRAUT0018', '404', '409', '500', '502', '503', '504', 'reset', 'reset-mid-body', 'empty', 'truncated'],
  ...['malformed', 'wrong-type', 'wrong-charset', 'unknown-fields', 'html-200', 'redirect-302'],
].map((kind) => ({ kind, call: 'any' }));
const faultsOfStatus = ['bad-signature', 'no-signature', 'wrong-txn', 'wrong-status', 'stale-iat', 'status-string'].map(
  (kind) => ({ kind, call: 'status' }),
);
const often = [...faults, { kind: 'sms-never-comes', call: 'generateOTP' }];
/** Of the faults one in so many is a status that is not authentic: three of these in a row stop a terminal. */
const oneForged = 16;

const nobodysFault = ['person-unknown', 'otp-too-soon'];
const expected = [...nobodysFault, 'upstream-unavailable', 'upstream-malformed', 'upstream-signature-invalid'];

export interface VisitorParts {
  readonly launchUrl: string;
  readonly sandboxUrl: string;
  /** 0 to 1, evenly. */
  readonly random: () => number;
}

/** Opens the kiosk as its page does. */
export async function openVisitors({ launchUrl, sandboxUrl, random }: VisitorParts): Promise<Visitors> {
  const agent = new Agent();
  const { origin } = new URL(launchUrl);
  const opened = await fetch(launchUrl, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const told = new Map<string, number>();
  const strange = new Map<string, number>();

  const request = async (
    at: string,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<unknown> => {
    const headers = { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const given = { origin: at, path, method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answered = await agent.request(given);
    return answered.body.json();
  };
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Told> =>
    Object(await request(origin, method, path, body));
  const { consent } = await ask('GET', '/api/v1/kiosk');
  const { version } = Object(consent);

  const keep = (outcome: string, reason: unknown) => count(told, `${outcome}/${reason ?? null}`);
  const keepFault = ({ code }: Told) => {
    keep(nobodysFault.includes(String(code)) ? 'not-verified' : 'fault', code);
    if (!expected.includes(String(code))) {
      count(strange, String(code));
    }
  };
  const readOtp = async ({ mobile_number }: Person): Promise<string> => {
    const messages = await request(sandboxUrl, 'GET', `/sandbox/messages?mobile_number=${mobile_number}`);
    return String(Object(Array.isArray(messages) ? messages.at(-1) : {}).otp ?? '000000');
  };
  /** @returns whether the visit goes on */
  const submit = async (id: string, otp: string): Promise<boolean> => {
    const answered = await ask('POST', `/api/v1/verifications/${id}/otp`, { otp });
    const { state, decision, code } = answered;
    if (state === 'decided') {
      keep(String(decision), null);
    } else if (code === 'otp-exhausted') {
      keep('not-verified', code);
    } else if (code !== 'otp-wrong') {
      keepFault(answered);
    }
    return code === 'otp-wrong';
  };

  const visitors: Visitors = {
    told,
    strange,
    turnedAway: 0,
    close: () => agent.close(),
    async visit(person) {
      const way = random();
      if (way < 0.03) {
        const declined = await ask('POST', '/api/v1/declines', { purpose: 'visitor', locale: 'en', version });
        if (declined.code === 'too-many-requests') {
          // So many a minute do not decline at one terminal; nothing is written then.
          visitors.turnedAway += 1;
          return;
        }
        return declined.seq === undefined ? keepFault(declined) : keep('declined', null);
      }
      if (random() < 0.02) {
        const kinds = random() * oneForged < 1 ? faultsOfStatus : often;
        const fault = kinds[Math.floor(random() * kinds.length)];
        await request(sandboxUrl, 'POST', '/sandbox/faults', fault);
      }
      const who = way < 0.05 ? { ...person, full_name: 'Nobody Known' } : person;
      const started = await ask('POST', '/api/v1/verifications', startInput(who, String(version)));
      if (started.id === undefined) {
        return keepFault(started);
      }
      const id = String(started.id);
      if (way < 0.08) {
        const left = await ask('DELETE', `/api/v1/verifications/${id}`);
        return left.state === 'cancelled' ? keep('not-verified', 'cancelled') : keepFault(left);
      }
      const otp = await readOtp(person);
      const wrong = otp === '000000' ? '000001' : '000000';
      const entered = way < 0.11 ? [wrong, otp] : way < 0.12 ? [wrong, wrong, wrong] : [otp];
      let goesOn = true;
      for (const code of [...entered, ...entered, ...entered]) {
        goesOn = goesOn && (await submit(id, code));
      }
    },
  };
  return visitors;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
