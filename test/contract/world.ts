/** A real kiosk with one way to it, and the steps of a visit, for the conformance suite. */
import {
  type Answer,
  buildClient,
  type Client,
  type InputOf,
  type OutputOf,
  type SnapshotIn,
} from '../../main/contract/public.ts';
import type { Connect, Connection } from '../support/connections.ts';
import { buildListLogger } from '../support/http-host.ts';
import { openTestKiosk, type TestKiosk, type TestKioskOptions } from '../support/open-test-kiosk.ts';
import { buildSettings } from '../support/settings.ts';

export const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210' };
export const salim = { fullName: 'Mohammed Salim Khan', mobileNumber: '9000000001' };
export const lakshmi = { fullName: 'Lakshmi Iyer', mobileNumber: '9000000002' };

export interface World extends TestKiosk {
  readonly connection: Connection;
  /** The kiosk's page, over the way that is tested. */
  readonly client: Client;
  /** What the core has logged: event and fields as one text a line. */
  readonly log: readonly string[];
}

/** Opens it; all is closed when the test ends. */
export async function openWorld(
  connect: Connect,
  options: TestKioskOptions & { readonly resendMs?: number } = {},
): Promise<World> {
  const { resendMs = 180_000, settings, ports, ...rest } = options;
  const log: string[] = [];
  const { upstream } = buildSettings(settings);
  const test = await openTestKiosk({
    ...rest,
    ports: { logger: buildListLogger(log), ...ports },
    settings: { ...settings, upstream: { ...upstream, otp: { ...upstream.otp, resendMs } } },
  });
  const connection = await connect(test.kiosk);
  return { ...test, connection, client: buildClient(connection.transport), log };
}

/** The value of an answer; a fault stops the test. */
export function readValue<T>(answered: Answer<T>): T {
  if (!answered.ok) {
    throw new TypeError(`the test expected a value, not ${answered.error.code}`);
  }
  return answered.value;
}

/** What begins a visit of this person, with consent to the notice of the moment. */
export async function startInput(client: Client, person = asha): Promise<InputOf<'verification.start'>> {
  const { version } = readValue(await client['kiosk.describe']({})).consent;
  return { ...person, purpose: 'visitor', consent: { version, locale: 'en', accepted: true } };
}

/** Begins a visit. */
export async function started(client: Client, person = asha): Promise<SnapshotIn<'awaiting-otp'>> {
  const snapshot = readValue(await client['verification.start'](await startInput(client, person)));
  if (snapshot.state !== 'awaiting-otp') {
    throw new TypeError(`the test expected a code to be awaited, not ${snapshot.state}`);
  }
  return snapshot;
}

/** Says no. */
export async function declined(client: Client): Promise<Answer<OutputOf<'consent.decline'>>> {
  const { version } = readValue(await client['kiosk.describe']({})).consent;
  return client['consent.decline']({ purpose: 'visitor', locale: 'en', version });
}
