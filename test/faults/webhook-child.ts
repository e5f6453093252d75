/**
 * A kiosk that verifies people for a system until it is killed, or, without people, until no event waits any more. Each
 * decision that the system was told stands on stdout as a line, its number. For tests only.
 */
import { operations, type VerificationSnapshot } from '../../main/contract/public.ts';
import { type Caller, type Kiosk, openKiosk } from '../../main/core/kiosk.ts';
import { buildPorts } from '../../main/platform/ports.ts';
import { buildSettings } from '../support/settings.ts';
import { readOtp } from '../support/visitor-client.ts';

const [data = '', sandboxUrl = '', receiver = '', firstPerson = ''] = process.argv.slice(2);
const local = { kind: 'operator', id: 'local', local: true } as const;
/** Visits at one time: more than one, so that rows are committed together. */
const atOnce = 3;

async function call<N extends 'party.add' | 'party.list' | 'webhook.list' | 'consent.read' | 'verification.start'>(
  kiosk: Kiosk,
  name: N,
  caller: Caller,
  input: object,
) {
  const answer = await kiosk.call(name, caller, input);
  if (!answer.ok) {
    throw new Error(`${name}: ${answer.error.code}`);
  }
  return answer.value;
}

async function visit(kiosk: Kiosk, caller: Caller, version: string, person: number): Promise<void> {
  const mobileNumber = String(person);
  const consent = { version, locale: 'en', accepted: true };
  const input = { fullName: `Visitor ${person}`, mobileNumber, purpose: 'visitor', consent, nonce: `n-${person}` };
  const started = operations['verification.start'].output.parse(await call(kiosk, 'verification.start', caller, input));
  if (person % 4 === 0) {
    await kiosk.call('verification.cancel', caller, { id: started.id });
    return;
  }
  const otp = await readOtp(sandboxUrl, mobileNumber);
  const decided = await kiosk.call('verification.submitOtp', caller, { id: started.id, otp });
  const snapshot = decided.ok ? (decided.value as VerificationSnapshot) : undefined;
  process.stdout.write(snapshot?.state === 'decided' ? `${snapshot.seq}\n` : '');
}

const { ports } = buildPorts({ data });
const base = buildSettings({ limits: { ...buildSettings().limits, upstream: { calls: 1_000_000, seconds: 300 } } });
const settings = { ...base, upstream: { ...base.upstream, baseUrl: `${sandboxUrl}/api` } };
const kiosk = openKiosk({ settings, data, ports });
const { parties } = operations['party.list'].output.parse(await call(kiosk, 'party.list', local, {}));
if (parties.length === 0) {
  const party = {
    name: 'HR portal',
    origins: [],
    purposes: [],
    webhook: receiver,
    rate: { count: 100_000, seconds: 1 },
  };
  await call(kiosk, 'party.add', local, party);
}
if (firstPerson === '') {
  let waiting = 1;
  while (waiting > 0) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    ({ waiting } = operations['webhook.list'].output.parse(await call(kiosk, 'webhook.list', local, {})));
  }
  process.exit(0);
}
const listed = operations['party.list'].output.parse(await call(kiosk, 'party.list', local, {}));
const [{ id = '' } = {}] = listed.parties;
const caller: Caller = { kind: 'party', id, party: { id, purposes: ['visitor'] } };
const { version } = operations['consent.read'].output.parse(
  await call(kiosk, 'consent.read', caller, { locale: 'en' }),
);
let next = Number(firstPerson);
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (;;) {
      next += 1;
      await visit(kiosk, caller, version, next);
    }
  }),
);
