/** A whole kiosk: what a system has decided comes to its server, and the gate opens for the kiosk's own visitors alone. */
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { operations } from '../../../../main/contract/public.ts';
import type { Caller, Kiosk } from '../../../../main/core/kiosk.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';
import { openHttpUpstream, readBody } from '../../../support/raw-upstream.ts';

const local = { kind: 'operator', id: 'local', local: true } as const;
const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210', purpose: 'visitor' };
const other = { fullName: 'मीना देवी', mobileNumber: '9000000003' };

async function openReceiver() {
  const requests: { body: string; headers: Record<string, string> }[] = [];
  const server = await openHttpUpstream(async (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    requests.push({ body: await readBody(request), headers });
    response.end();
  });
  onTestFinished(() => server.close());
  return { url: `${server.url}/events`, requests };
}

async function addParty(kiosk: Kiosk, webhook: string) {
  const added = await kiosk.call('party.add', local, { name: 'HR portal', origins: [], purposes: [], webhook });
  if (!added.ok) {
    throw new Error(`no party: ${added.error.code}`);
  }
  const { apiKey, webhookSecret = '', party } = operations['party.add'].output.parse(added.value);
  const caller = kiosk.parties.callerOf(apiKey) ?? expect.fail('the key opens nothing');
  return { caller, webhookSecret, id: party.id };
}

async function begin(kiosk: Kiosk, caller: Caller, more: object = {}) {
  const notice = await kiosk.call('consent.read', caller, { locale: 'en' });
  const { version } = operations['consent.read'].output.parse(notice.ok ? notice.value : undefined);
  const input = { ...asha, consent: { version, locale: 'en', accepted: true }, ...more };
  const started = await kiosk.call('verification.start', caller, input);
  return operations['verification.start'].output.parse(started.ok ? started.value : started).id;
}

test('a decision and an end come to the server of the system, with the nonce and a receipt', async () => {
  const { url, requests } = await openReceiver();
  const { kiosk, rows, newestOtp } = await openTestKiosk();
  const { caller, webhookSecret, id: party } = await addParty(kiosk, url);
  const id = await begin(kiosk, caller, { nonce: 'n-1' });
  const decided = await kiosk.call('verification.submitOtp', caller, { id, otp: newestOtp(asha.mobileNumber) });
  expect(decided).toMatchObject({ ok: true, value: { state: 'decided' } });
  await kiosk.call('verification.cancel', caller, { id: await begin(kiosk, caller, other) });
  await vi.waitFor(() => expect(requests).toHaveLength(2));
  const [event, ended] = requests.map(({ body, headers }) => new Webhook(webhookSecret).verify(body, headers));
  const row = rows().find(({ outcome }) => outcome === 'admitted');
  expect(event).toMatchObject({
    type: 'verification.decided',
    data: { verificationId: id, entryId: row?.id, seq: row?.seq, decision: 'admitted', nonce: 'n-1' },
  });
  expect(ended).toMatchObject({ type: 'verification.ended', data: { reason: 'cancelled' } });
  expect(row?.operator).toBe(`party:${party}`);
  expect(JSON.stringify(requests)).not.toMatch(/Asha|Kumari|9876543210/);
});

test('events wait for a kiosk that was closed, and the gate opens for its own visitors alone', async () => {
  const { url, requests } = await openReceiver();
  const opened: string[] = [];
  const world = await openTestKiosk({
    settings: { actions: { onAdmitted: { command: ['/usr/local/bin/open-gate'], timeoutMs: 5_000 } } },
    ports: {
      commands: {
        run: async ({ env }) => {
          opened.push(env.PRAVESH_SEQ ?? '');
          return 'ok';
        },
      },
    },
  });
  const { caller } = await addParty(world.kiosk, url);
  const id = await begin(world.kiosk, caller);
  // The end of the kiosk ends the visit, whose event nobody can send any more.
  const kiosk = await world.reopen();
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
    type: 'verification.ended',
    data: { verificationId: id, outcome: 'not-verified', reason: 'terminal-stopped' },
  });
  const visitor = { kind: 'kiosk', id: 'screen' } as const;
  const own = await begin(kiosk, visitor, other);
  await kiosk.call('verification.submitOtp', visitor, { id: own, otp: world.newestOtp(other.mobileNumber) });
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  const admitted = world.rows().filter(({ outcome }) => outcome === 'admitted');
  expect(opened).toEqual(admitted.map(({ seq }) => String(seq)));
  const again = await kiosk.call('health.get', local, {});
  expect(again).toMatchObject({
    value: { checks: expect.arrayContaining([{ name: 'gate', ok: true, detail: expect.any(String) }]) },
  });
  expect(requests).toHaveLength(1);
});
