/** The heartbeat to a real receiver: what it says, when it comes, and what becomes of one that is not taken. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Health, version } from '../../../../main/contract/public.ts';
import { beatSecret, openKioskEvenDamaged, readBeatHealth } from '../../../../main/core/kiosk.ts';
import { buildPorts } from '../../../../main/platform/ports.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildListLogger } from '../../../support/http-host.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { startInput } from '../../../support/visitor-client.ts';

const person = { full_name: 'Asha Kumari', mobile_number: '9876543210', vaccination_status: 2 } as const;
const everyMs = 60_000;

async function openReceiver() {
  const came: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
  const world = { status: 204, url: '', came };
  const server = createServer(async (request, response) => {
    came.push({ headers: request.headers, body: await text(request) });
    response.writeHead(world.status, { location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  world.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/beat?of=gate-1`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return world;
}

/** A kiosk that beats, with a visit behind it; time passes only when the test says so. */
async function openBeating() {
  const receiver = await openReceiver();
  const clock = buildFakeClock();
  const logged: string[] = [];
  const world = await openTestKiosk({
    settings: { health: { heartbeat: { url: receiver.url, everyMs } } },
    sandbox: { people: [person], now: clock.now },
    ports: { clock, logger: buildListLogger(logged) },
  });
  const visitor = world.kiosk.client({ kind: 'kiosk', id: 'one' });
  const described = await visitor['kiosk.describe']({});
  const started = await visitor['verification.start'](
    startInput(person, described.ok ? described.value.consent.version : ''),
  );
  await visitor['verification.submitOtp']({
    id: started.ok ? started.value.id : '',
    otp: world.newestOtp(person.mobile_number),
  });
  const read = async () => Health.parse(Object(await world.kiosk.call('health.get', staff, {})).value);
  const check = async () => (await read()).checks.find(({ name }) => name === 'heartbeat');
  /** Lets the next beat go, and waits until the kiosk knows what became of it. */
  const beat = async (afterMs: number, isKnown: (heartbeat: Health['figures']['heartbeat']) => boolean) => {
    clock.advance(afterMs);
    await vi.waitFor(async () => expect(isKnown((await read()).figures.heartbeat)).toBe(true));
  };
  return {
    ...world,
    receiver,
    clock,
    logged: () => logged.filter((line) => line.includes('heartbeat')),
    read,
    check,
    beat,
  };
}

const staff = { kind: 'operator', id: 'local', local: true } as const;

test('says that the terminal lives and how it is, signed, and names nobody', async () => {
  const { receiver, beat, data, check, clock, sandbox } = await openBeating();
  expect(await check()).toEqual({ name: 'heartbeat', ok: true, detail: 'none was taken yet' });
  await beat(5_000, (known) => known?.takenAt !== undefined);
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.came;
  const { ports, close } = buildPorts({ data });
  onTestFinished(close);
  vi.useFakeTimers({ now: clock.now(), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const said = new Webhook(beatSecret(ports.secrets)).verify(body, Object(headers));
  expect(said).toMatchObject({
    type: 'terminal.heartbeat',
    timestamp: '2026-01-15T04:30:05.000Z',
    data: {
      site: 'hq',
      terminal: 'gate-1',
      version: expect.stringMatching(/^\d/),
      everySeconds: 60,
      state: 'in-service',
      checks: expect.arrayContaining([{ name: 'disk', ok: true }]),
      figures: { rows: { admitted: 1 }, entries: 1, upstream: 'ok', openVisits: 0, newestRowAge: 5, crashesOfDay: 0 },
    },
  });
  for (const secret of ['Asha', 'Kumari', '9876543210', '3210', 'key-of-the-test', new URL(sandbox.url).host]) {
    expect(body).not.toContain(secret);
  }
});

test('what is not taken is said once, is sent no sooner, and is over with the next that is', async () => {
  const { receiver, beat, check, logged, clock, data, kiosk } = await openBeating();
  receiver.status = 302;
  await beat(5_000, (known) => known?.failsSince !== undefined);
  const failing = {
    name: 'heartbeat',
    ok: false,
    detail: 'not taken since 2026-01-15 04:30 UTC (http 302); none was taken yet',
    todo: expect.stringContaining('health.heartbeat.url'),
  };
  expect(await check()).toEqual(failing);
  expect(readBeatHealth({ data })).toEqual(failing);
  expect(kiosk.ready()).toBe(true);
  clock.advance(everyMs - 1);
  expect(receiver.came).toHaveLength(1);
  receiver.status = 500;
  clock.advance(1);
  await vi.waitFor(async () => expect((await check())?.detail).toContain('(http 500)'));
  expect(receiver.came).toHaveLength(2);
  expect(logged()).toEqual(['heartbeat not taken {"reason":"http-302"}']);
  receiver.status = 200;
  await beat(everyMs, (known) => known?.failsSince === undefined);
  expect(await check()).toEqual({ name: 'heartbeat', ok: true, detail: 'taken last on 2026-01-15 04:32 UTC' });
  expect(logged()[1]).toBe('heartbeat taken again {}');
  expect(kiosk.figures().ages.heartbeat).toBe(0);
  clock.advance(1_000);
  expect(kiosk.figures().ages.heartbeat).toBe(1);
});

test('without the setting nothing is sent, and nothing is said of it', async () => {
  const clock = buildFakeClock();
  const { kiosk } = await openTestKiosk({ ports: { clock } });
  const health = Health.parse(Object(await kiosk.call('health.get', staff, {})).value);
  expect(health.checks.map(({ name }) => name)).not.toContain('heartbeat');
  expect(health.figures).not.toHaveProperty('heartbeat');
  expect(kiosk.figures().ages).not.toHaveProperty('heartbeat');
});

test('a terminal whose log is damaged still says that it lives, and why it does not serve', async () => {
  const receiver = await openReceiver();
  const data = makeTemporaryFolder();
  writeFileSync(join(data, 'pravesh.db'), 'no database');
  const clock = buildFakeClock();
  const { ports, close } = buildPorts({ data });
  const settings = buildSettings({ health: { heartbeat: { url: receiver.url, everyMs } } });
  const kiosk = openKioskEvenDamaged({ settings, data, ports: { ...ports, clock, logger: buildListLogger([]) } });
  onTestFinished(async () => {
    await kiosk.close();
    await close();
  });
  clock.advance(5_000);
  await vi.waitFor(() => expect(receiver.came).toHaveLength(1));
  const { data: said } = JSON.parse(receiver.came[0]?.body ?? '');
  expect(said).toEqual({
    site: 'hq',
    terminal: 'gate-1',
    version,
    everySeconds: 60,
    state: 'out-of-order',
    reason: 'log-damaged',
  });
});
