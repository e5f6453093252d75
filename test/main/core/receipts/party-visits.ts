/** Systems that verify people at a kiosk, without HTTP between them: who they are, and one visit of each. For tests only. */
import { onTestFinished } from 'vitest';
import type { SnapshotIn } from '../../../../main/contract/public.ts';
import type { Caller } from '../../../../main/core/kiosk.ts';
import type { Person } from '../../../../main/sandbox/sandbox.ts';
import { startTestHost, type TestHost } from '../../../support/http-host.ts';
import type { TestKiosk } from '../../../support/open-test-kiosk.ts';
import { startInput } from '../../../support/visitor-client.ts';

/** A manager at the desk. */
export const manager: Caller = {
  kind: 'operator',
  id: 'desk',
  operator: { id: 'abc234', name: 'Desk', role: 'manager' },
};

/** Adds a system and answers who it is when it calls from its server. */
export async function addParty({ kiosk }: TestKiosk, name = 'HR portal'): Promise<Caller> {
  const rate = { count: 1_000, seconds: 1 };
  const added = await kiosk.client(manager)['party.add']({ name, origins: [], purposes: [], rate });
  const caller = added.ok ? kiosk.parties.callerOf(added.value.apiKey) : undefined;
  if (caller === undefined) {
    throw new Error('the system was not added');
  }
  return caller;
}

/** The page that this system embeds, begun with this nonce. */
export async function embed({ kiosk }: TestKiosk, { party }: Caller, nonce: string): Promise<Caller> {
  const begun = await kiosk.client({ kind: 'public', id: '' })['embed.begin']({ party: party?.id ?? '', nonce });
  const caller = begun.ok ? kiosk.parties.callerOf(begun.value.token) : undefined;
  if (caller === undefined) {
    throw new Error('the page did not begin');
  }
  return caller;
}

/** Begins a visit of somebody the sandbox knows; answers its identifier. */
export async function begin({ kiosk }: TestKiosk, caller: Caller, person: Person, nonce?: string): Promise<string> {
  const client = kiosk.client(caller);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const input = { ...startInput(person, version), ...(nonce !== undefined && { nonce }) };
  const started = await client['verification.start'](input);
  if (!started.ok) {
    throw new Error(`the visit did not begin: ${started.error.code}`);
  }
  return started.value.id;
}

/** A whole visit. */
export async function decide(
  world: TestKiosk,
  caller: Caller,
  { person = firstOf(world), nonce }: { readonly person?: Person | undefined; readonly nonce?: string } = {},
): Promise<SnapshotIn<'decided'>> {
  const id = await begin(world, caller, person, nonce);
  const otp = world.newestOtp(person.mobile_number);
  const answered = await world.kiosk.client(caller)['verification.submitOtp']({ id, otp });
  if (!answered.ok || answered.value.state !== 'decided') {
    throw new Error('the visit came to no decision');
  }
  return answered.value;
}

/** The first person of the sandbox. */
export function firstOf({ sandbox }: TestKiosk): Person {
  const [person] = sandbox.people;
  if (person === undefined) {
    throw new Error('the sandbox knows nobody');
  }
  return person;
}

/** The kiosk at real HTTP; closed when the test ends. */
export async function serve({ kiosk }: TestKiosk): Promise<TestHost> {
  const host = await startTestHost(kiosk);
  onTestFinished(() => host.close());
  return host;
}
