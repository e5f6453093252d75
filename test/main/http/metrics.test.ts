/** What Prometheus reads: the figures of a real kiosk with real visits, on this machine alone, and nobody in it. */
import { expect, test } from 'vitest';
import { askRaw, startOpenDoor, startTestHost } from '../../support/http-host.ts';
import { openTestKiosk } from '../../support/open-test-kiosk.ts';
import { startInput } from '../../support/visitor-client.ts';

const person = { full_name: 'Asha Kumari', mobile_number: '9876543210', vaccination_status: 2 } as const;
const other = { full_name: 'Ravi Nair', mobile_number: '9876543211', vaccination_status: 0 } as const;

/** The samples of the text exposition format, by name and labels. */
function readSamples(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

test('tells what has happened, in figures that name nobody', async () => {
  const world = await openTestKiosk({ sandbox: { people: [person, other] } });
  const host = await startTestHost(world.kiosk);
  try {
    const read = async () => {
      const answered = await host.ask('/metrics');
      expect(answered.status).toBe(200);
      expect(answered.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
      return answered.text();
    };
    expect(readSamples(await read()).get('pravesh_rows_total{outcome="admitted"}')).toBe(0);

    const visitors = world.kiosk.client({ kind: 'kiosk', id: 'one' });
    const described = await visitors['kiosk.describe']({});
    const version = described.ok ? described.value.consent.version : '';
    for (const who of [person, other]) {
      const started = await visitors['verification.start'](startInput(who, version));
      const id = started.ok ? started.value.id : '';
      await visitors['verification.submitOtp']({ id, otp: world.newestOtp(who.mobile_number) });
    }
    await world.fault('generateOTP', '503', 1);
    await visitors['verification.start'](startInput({ ...person, full_name: 'Asha  Kumari' }, version));
    await visitors['verification.start'](startInput(person, version));

    const text = await read();
    const samples = readSamples(text);
    expect(Object.fromEntries(samples)).toMatchObject({
      'pravesh_rows_total{outcome="admitted"}': 1,
      'pravesh_rows_total{outcome="refused"}': 1,
      'pravesh_rows_total{outcome="fault"}': 1,
      'pravesh_faults_total{code="upstream-unavailable"}': 1,
      'pravesh_service_state{state="in-service"}': 1,
      'pravesh_service_state{state="out-of-order"}': 0,
      'pravesh_upstream_state{state="ok"}': 1,
      pravesh_log_entries: world.rows().length,
      pravesh_open_visits: 1,
      pravesh_upstream_calls_allowed: 100,
      pravesh_events_waiting: 0,
      pravesh_events_dead: 0,
      pravesh_clock_plausible: 1,
      pravesh_crashes_of_day: 0,
      'pravesh_upstream_call_seconds_count{call="generateOtp",ending="ok"}': 3,
      'pravesh_upstream_call_seconds_count{call="generateOtp",ending="upstream-unavailable"}': 1,
      'pravesh_upstream_call_seconds_count{call="readStatus",ending="ok"}': 2,
      'pravesh_upstream_call_seconds_bucket{call="readStatus",ending="ok",le="25"}': 2,
      'pravesh_upstream_call_seconds_bucket{call="readStatus",ending="ok",le="+Inf"}': 2,
    });
    expect(samples.get('pravesh_upstream_calls')).toBeGreaterThanOrEqual(8);
    expect(samples.get('pravesh_disk_free_bytes')).toBeGreaterThan(1_000_000);
    expect(samples.get('pravesh_log_newest_row_age_seconds')).toBeLessThan(60);
    expect(text).toContain('# TYPE pravesh_upstream_call_seconds histogram');
    expect(samples.get('pravesh_upstream_call_seconds_sum{call="readStatus",ending="ok"}')).toBeGreaterThan(0);
    expect(samples.get('pravesh_log_wal_bytes')).toBeGreaterThan(1_000);
    // What has never happened has no age.
    expect(text).toMatch(/^# TYPE pravesh_last_export_age_seconds gauge$/m);
    for (const never of ['export', 'backup', 'heartbeat']) {
      expect(samples.has(`pravesh_last_${never}_age_seconds`)).toBe(false);
    }
    expect(samples.get('pravesh_start_time_seconds')).toBeGreaterThan(1.7e9);
    for (const secret of ['Asha', 'Kumari', 'Ravi', '9876543210', '9876543211', 'gate-1', 'hq']) {
      expect(text).not.toContain(secret);
    }
  } finally {
    await host.close();
  }
});

test('is not there for other machines', async () => {
  const { kiosk } = await openTestKiosk();
  const door = await startOpenDoor(kiosk);
  const behind = await startTestHost(kiosk, { publicUrl: 'https://gate-1.example', trustedProxies: ['127.0.0.1'] });
  try {
    expect((await askRaw(door.port, { path: '/metrics' })).status).toBe(404);
    const headers = { host: 'gate-1.example', 'x-forwarded-for': '192.0.2.7' };
    const forwarded = await askRaw(behind.port, { path: '/metrics', headers });
    expect(forwarded.status).toBe(404);
    expect((await behind.ask('/metrics')).status).toBe(200);
  } finally {
    await Promise.all([door.close(), behind.close()]);
  }
});
