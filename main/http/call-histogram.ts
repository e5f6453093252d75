/**
 * The histogram of calls to the upstream as prom-client carries it. The core has counted already, so that nothing is lost
 * before the first scrape and staff read the same figures; prom-client's own histogram would count anew.
 * Runs in the HTTP host.
 */
import { Histogram, type Registry } from 'prom-client';
import { callTimeBounds, type Figures } from '../core/kiosk.ts';

const metricName = 'pravesh_upstream_call_seconds';
const help = 'How long calls to the verification service took since the start, by call and ending';

type CallTimes = Figures['callTimes'];

class CallHistogram extends Histogram<'call' | 'ending'> {
  counted: CallTimes = [];

  /** The registry writes what this answers; prom-client's own tells what it has counted itself. */
  async getForPromString() {
    return { name: metricName, help, type: 'histogram', values: this.counted.flatMap(samplesOf) };
  }
}

/** Registers it. @returns what sets its counts */
export function addCallHistogram(registry: Registry): (times: CallTimes) => void {
  const histogram = new CallHistogram({
    name: metricName,
    help,
    labelNames: ['call', 'ending'],
    buckets: [...callTimeBounds],
    registers: [registry],
  });
  return (times) => {
    histogram.counted = times;
  };
}

function samplesOf({ call, ending, count, sumSeconds, upTo }: CallTimes[number]) {
  const labels = { call, ending };
  const bucket = (le: number | string, value: number) => ({
    metricName: `${metricName}_bucket`,
    labels: { ...labels, le },
    value,
  });
  return [
    ...callTimeBounds.map((bound, index) => bucket(bound, upTo[index] ?? 0)),
    bucket('+Inf', count),
    { metricName: `${metricName}_sum`, labels, value: sumSeconds },
    { metricName: `${metricName}_count`, labels, value: count },
  ];
}
