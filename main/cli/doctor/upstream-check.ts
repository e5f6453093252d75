/**
 * The doctor's look at the upstream: does anything answer there? It asks for no code and names nobody.
 * Runs in Node, for the CLI.
 */
import type { HealthCheck } from '../../contract/public.ts';
import type { Settings } from '../../core/kiosk.ts';
import { type Fetch, FetchFault, type FetchFaultKind } from '../../core/ports.ts';
import { fail, pass } from './check.ts';

/** What was found, and the time of the upstream (milliseconds since 1970) where its answer says it. */
export interface UpstreamFinding {
  readonly check: HealthCheck;
  readonly time?: number;
}

const name = 'upstream';

/** Any answer over HTTP will do, whatever its status: the address, the name, the port and TLS are right then. */
export async function checkUpstream(
  upstream: Settings['upstream'],
  fetch: Fetch,
  signal: AbortSignal,
): Promise<UpstreamFinding> {
  const { baseUrl, userAgent, timeouts } = upstream;
  const { origin } = new URL(baseUrl);
  try {
    const { status, headers } = await fetch({
      method: 'GET',
      url: baseUrl,
      // Without the key: an address that was mistyped must not get it.
      headers: { accept: 'application/json', 'user-agent': userAgent },
      ...timeouts,
      maxBodyBytes: 64 * 1024,
      signal,
    });
    const time = Date.parse(headers.date ?? '');
    return { check: judgeStatus(origin, status), ...(Number.isFinite(time) && { time }) };
  } catch (error) {
    if (error instanceof FetchFault) {
      return { check: judgeFault(origin, error.kind) };
    }
    throw error;
  }
}

function judgeStatus(origin: string, status: number): HealthCheck {
  const redirected = status >= 300 && status < 400;
  return redirected
    ? fail(
        name,
        `${origin} sends elsewhere (HTTP ${status})`,
        'Look for a login page of the network; check upstream.baseUrl.',
      )
    : pass(name, `${origin} answers (HTTP ${status})`);
}

function judgeFault(origin: string, kind: FetchFaultKind): HealthCheck {
  switch (kind) {
    case 'dns':
      return fail(name, `no address is known for ${origin}`, 'Check the network and its DNS, and upstream.baseUrl.');
    case 'refused':
      return fail(name, `${origin} refuses connections`, 'Check upstream.baseUrl and the firewall.');
    case 'tls':
      return fail(
        name,
        `the certificate of ${origin} is not trusted`,
        'Check the clock, and what intercepts the network.',
      );
    case 'too-large':
      // More than any of its answers has, but an answer.
      return pass(name, `${origin} answers`);
    case 'aborted':
      return fail(name, 'not looked at: the doctor was told to end', 'Run it again.');
    case 'connect-timeout':
    case 'headers-timeout':
    case 'body-timeout':
    case 'reset':
    case 'protocol':
      return fail(name, `${origin} gives no answer (${kind})`, 'Check the network, the firewall and upstream.baseUrl.');
  }
}
