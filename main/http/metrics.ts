/**
 * `GET /metrics`: the terminal in figures, as Prometheus reads them (text exposition format 0.0.4). It is for a collector
 * on this machine: through the public door and behind a reverse proxy there is no such address. No figure names a
 * person, another system or this machine.
 * Runs in the HTTP host.
 */
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Registry } from 'prom-client';
import type { Figures, Kiosk } from '../core/kiosk.ts';
import { addCallHistogram } from './call-histogram.ts';
import { refuseOthers } from './outside.ts';

const states = ['in-service', 'impaired', 'out-of-order'] as const satisfies readonly Figures['state'][];
const upstreamStates = ['ok', 'down', 'forbidden'] as const satisfies readonly Figures['upstream'][];

/** Adds the route. */
export function addMetrics(app: FastifyInstance, kiosk: Pick<Kiosk, 'figures'>): void {
  const { registry, set } = buildMetrics();
  app.get('/metrics', { onRequest: refuseOthers }, async (_request, reply) => {
    set(kiosk.figures());
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}

function buildMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `pravesh_${name}`, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `pravesh_${name}`, help, labelNames, registers });
  const rows = counter('rows_total', 'Rows written since the start, by outcome', ['outcome']);
  const faults = counter('faults_total', 'Visits that came to nothing since the start, by error code', ['code']);
  const state = gauge('service_state', 'Which of its states the terminal is in', ['state']);
  const upstream = gauge('upstream_state', 'How the verification service answers', ['state']);
  const plain = buildPlain(gauge);
  const setCallTimes = addCallHistogram(registry);
  const started = gauge('start_time_seconds', 'When the program started, in seconds since 1970');
  const memory = gauge('resident_memory_bytes', 'Memory of the program that lies in RAM');

  const set = (figures: Figures): void => {
    rows.reset();
    for (const [outcome, count] of Object.entries(figures.rows)) {
      rows.inc({ outcome }, count);
    }
    faults.reset();
    for (const [code, count] of Object.entries(figures.faults)) {
      faults.inc({ code }, count);
    }
    for (const name of states) {
      state.set({ state: name }, figures.state === name ? 1 : 0);
    }
    for (const name of upstreamStates) {
      upstream.set({ state: name }, figures.upstream === name ? 1 : 0);
    }
    for (const [of, read] of plain) {
      const value = read(figures);
      // To reset it would make it 0.
      of.remove();
      if (value !== undefined) {
        of.set(value);
      }
    }
    setCallTimes(figures.callTimes);
    started.set(Date.now() / 1000 - process.uptime());
    memory.set(process.memoryUsage.rss());
  };
  return { registry, set };
}

type BuildGauge = (name: string, help: string) => Gauge;

/** The figures that are one number each; one that is not known is left out. */
function buildPlain(gauge: BuildGauge): readonly (readonly [Gauge, (figures: Figures) => number | undefined])[] {
  return [
    [gauge('log_entries', 'Rows of the entry log'), ({ entries }) => entries],
    [gauge('log_newest_row_age_seconds', 'Age of the newest row'), ({ newestRowAge }) => newestRowAge],
    [gauge('open_visits', 'Visits that are under way'), ({ openVisits }) => openVisits],
    [gauge('upstream_calls', 'Calls to the verification service in its window'), ({ calls }) => calls.made],
    [gauge('upstream_calls_allowed', 'Calls that the window allows'), ({ calls }) => calls.allowed],
    [gauge('upstream_window_seconds', 'Length of the window'), ({ calls }) => calls.seconds],
    [gauge('log_wal_bytes', 'Size of the write-ahead file of the log'), ({ walBytes }) => walBytes],
    [gauge('last_checkpoint_age_seconds', 'Age of the newest signed head'), ({ ages }) => ages.checkpoint],
    [gauge('last_export_age_seconds', 'Age of the newest export'), ({ ages }) => ages.export],
    [gauge('last_backup_age_seconds', 'Age of the newest backup'), ({ ages }) => ages.backup],
    [gauge('last_heartbeat_age_seconds', 'Age of the newest heartbeat that was taken'), ({ ages }) => ages.heartbeat],
    [gauge('crashes_of_day', 'Crashes of the program and its pages in 24 hours'), ({ crashesOfDay }) => crashesOfDay],
    [gauge('disk_free_bytes', 'Room on the disk of the data folder'), ({ freeBytes }) => freeBytes],
    [gauge('events_waiting', 'Events that wait for other systems'), ({ events }) => events.waiting],
    [gauge('events_dead', 'Events that were given up'), ({ events }) => events.dead],
    [
      gauge('clock_plausible', 'Whether the clock is plausible beside the log and the upstream'),
      ({ clockIsPlausible }) => (clockIsPlausible ? 1 : 0),
    ],
  ];
}
