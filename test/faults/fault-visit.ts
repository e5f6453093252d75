/** A whole visit over the HTTP API of a real kiosk, whose upstream misbehaves in one call. For tests only. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, answer } from '../../main/contract/public.ts';
import type { Settings } from '../../main/core/config/settings.ts';
import { openKiosk, openLogReader } from '../../main/core/kiosk.ts';
import { buildFetch } from '../../main/platform/fetch.ts';
import { buildPorts } from '../../main/platform/ports.ts';
import type { CallName } from '../../main/sandbox/calls.ts';
import { type Sandbox, startSandbox } from '../../main/sandbox/sandbox.ts';
import { consequenceOf, failureKind } from '../../renderer/store/consequence.ts';
import { type FaultProxy, openFaultProxy } from '../support/fault-proxy/fault-proxy.ts';
import { tls } from '../support/fault-proxy/misdeeds.ts';
import { buildListLogger, startTestHost } from '../support/http-host.ts';
import { buildSettings } from '../support/settings.ts';
import { enterKiosk, startInput } from '../support/visitor-client.ts';
import { calls, type End } from './fault-table.ts';

/** So patient is the kiosk of these tests, in each phase. */
export const timeouts = { connectMs: 600, headersMs: 600, bodyMs: 600 };

/** What was seen of one cell of the table. */
export interface Seen {
  readonly end: End;
  readonly screen: string;
  readonly row: string;
  /** Rows in all, and whether anybody was admitted. */
  readonly rows: number;
  readonly admitted: boolean;
  /** From the question of the visitor to the answer, in milliseconds. */
  readonly ms: number;
  /** Whether the next visitor was served, once the upstream was well again. */
  readonly nextIsServed: boolean;
}

export interface FaultPlan {
  readonly call: CallName;
  /** Makes the call fail, right before it is made; and well again. */
  readonly begin: (world: World) => Promise<void>;
  readonly end: (world: World) => Promise<void>;
  readonly withTls?: boolean;
  /** Where the upstream is; behind the proxy unless told. */
  readonly baseUrlOf?: (world: World) => string;
}

export interface World {
  readonly sandbox: Sandbox;
  readonly proxy: FaultProxy;
}

const people = ['Asha Kumari', 'Ravi Das'].map((full_name, index) => ({
  full_name,
  mobile_number: `987654321${index}`,
  vaccination_status: 2 as const,
}));

/** Makes the visit, and another after it. */
export async function visitUnder(plan: FaultPlan): Promise<Seen> {
  // Cells run beside each other: no test is the one that is running.
  const data = mkdtempSync(join(tmpdir(), 'pravesh-fault-'));
  const sandbox = await startSandbox({ port: 0, people, pace: { slowMs: 1_500, dripMs: 100, holdMs: 20_000 } });
  const proxy = await openFaultProxy(sandbox.url, plan.withTls ? tls.good : undefined);
  const { ports, close } = buildPorts({ data });
  const port = buildFetch({ ca: tls.ca });
  const settings = settingsFor(plan.baseUrlOf?.({ sandbox, proxy }) ?? `${proxy.url}/api`, sandbox);
  const kiosk = openKiosk({ settings, data, ports: { ...ports, fetch: port.fetch, logger: buildListLogger([]) } });
  const host = await startTestHost(kiosk);
  try {
    const client = await enterKiosk(host.launchUrl);
    const first = await visit(client, { sandbox, proxy }, plan);
    const rows = readRows(data);
    await plan.end({ sandbox, proxy });
    const { ended: next } = await visit(client, { sandbox, proxy }, undefined);
    return { ...describe(first), ...rows, ms: first.ms, nextIsServed: next.ok };
  } finally {
    await host.close();
    await kiosk.close();
    await Promise.all([close(), port.close(), proxy.close(), sandbox.close()]);
    rmSync(data, { recursive: true, force: true });
  }
}

function settingsFor(baseUrl: string, sandbox: Sandbox): Settings {
  const base = buildSettings();
  const jwks = { url: `${sandbox.url}/.well-known/jwks.json` };
  const signature = { mode: 'required', algorithms: ['EdDSA'], jwks } as const;
  return { ...base, upstream: { ...base.upstream, baseUrl, signature, timeouts } };
}

type VisitorClient = Awaited<ReturnType<typeof enterKiosk>>;

interface Visited {
  readonly ended: Answer<unknown>;
  readonly during: 'send' | 'check';
  readonly ms: number;
}

/** A visit from the consent to its end; the plan comes into force right before its call. */
async function visit(client: VisitorClient, world: World, plan: FaultPlan | undefined): Promise<Visited> {
  const person = people[plan === undefined ? 1 : 0];
  const described = await client['kiosk.describe']({});
  if (!described.ok || person === undefined) {
    throw new TypeError('the kiosk does not describe itself');
  }
  const at = plan === undefined ? -1 : calls.indexOf(plan.call);
  const timed = async <T>(run: () => Promise<T>): Promise<readonly [T, number]> => {
    const began = performance.now();
    return [await run(), performance.now() - began];
  };
  if (at === 0) {
    await plan?.begin(world);
  }
  const input = startInput(person, described.value.consent.version);
  const [started, ms] = await timed(() => client['verification.start'](input));
  if (!started.ok || started.value.state !== 'awaiting-otp') {
    return { ended: started, during: 'send', ms };
  }
  if (at === 0) {
    await plan?.end(world);
  } else if (at > 0) {
    await plan?.begin(world);
  }
  const otp = world.sandbox.messages(person.mobile_number).at(-1)?.otp ?? '000000';
  const { id } = started.value;
  const [checked, checkMs] = await timed(() => client['verification.submitOtp']({ id, otp }));
  const isDecided = checked.ok && checked.value.state === 'decided' && checked.value.decision === 'admitted';
  return { ended: isDecided ? answer({}) : checked, during: at === 0 ? 'send' : 'check', ms: at === 0 ? ms : checkMs };
}

/** What the page makes of the answer, in the words of the table. */
function describe({ ended, during }: Visited): { readonly end: End; readonly screen: string } {
  if (ended.ok) {
    return { end: 'ok', screen: 'Admitted' };
  }
  const { code } = ended.error;
  const to = consequenceOf(ended.error, during);
  switch (to.to) {
    case 'failure': {
      const what = failureKind(code) === 'busy' ? 'Technical fault, busy' : 'Technical fault';
      return {
        end: code,
        screen: `${what}: ${to.again ? 'try again' : 'reception'}`,
      };
    }
    case 'wait': {
      const why = to.reason === 'busy' ? 'busy' : 'code was sent';
      return { end: code, screen: `Fields, countdown: ${why}` };
    }
    case 'unknown':
      return { end: code, screen: 'Fields: not known' };
    case 'code':
      return {
        end: code,
        screen: `Code: ${to.note === 'wrong' ? 'not right' : to.note}`,
      };
    default:
      return { end: code, screen: to.to };
  }
}

function readRows(data: string): Pick<Seen, 'row' | 'rows' | 'admitted'> {
  const reader = openLogReader({ data });
  try {
    const rows = reader.list({ limit: 10 });
    const [newest] = rows;
    const row =
      newest === undefined
        ? 'none yet'
        : [newest.outcome, ...(newest.reason === null ? [] : [newest.reason])].join(', ');
    return { row, rows: rows.length, admitted: rows.some(({ outcome }) => outcome === 'admitted') };
  } finally {
    reader.close();
  }
}
