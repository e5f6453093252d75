/**
 * Which requests are let in at all, whoever sends them: a page of somebody else must not reach this server, not
 * through its own name for our address (DNS rebinding) and not from its own origin (forged requests).
 * Runs in the HTTP host.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** What the policy looks at. The address and port are those on which the connection came in. */
export interface Arrival {
  readonly headers: IncomingHttpHeaders;
  readonly localAddress: string | undefined;
  readonly localPort: number | undefined;
  /** Whether it asks for data: a page may be opened from anywhere, data only by our own pages. */
  readonly forApi: boolean;
}

/**
 * The names under which this server may be addressed: loopback, and the literal address of the connection. A name
 * of somebody's domain is never among them.
 */
function ownHosts({ localAddress, localPort }: Arrival): string[] {
  const literal = localAddress?.includes(':') ? `[${localAddress}]` : localAddress;
  const names = ['127.0.0.1', 'localhost', '[::1]', ...(literal === undefined ? [] : [literal])];
  const hosts = names.map((name) => `${name}:${localPort}`);
  return localPort === 80 ? [...names, ...hosts] : hosts;
}

/**
 * Checks `Host`, `Origin` and `Sec-Fetch-Site`. A caller that is no browser sends neither of the last two.
 * @returns why the request is refused, in words for a developer; undefined when it may pass
 */
export function refuseRequest(arrival: Arrival): string | undefined {
  const { host, origin } = arrival.headers;
  const hosts = ownHosts(arrival);
  if (host === undefined || !hosts.includes(host.toLowerCase())) {
    return 'This server answers to its loopback address only: the Host header must name it.';
  }
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) {
    return 'The Origin header names another origin: only pages of this server may call it.';
  }
  const site = arrival.headers['sec-fetch-site'];
  if (arrival.forApi && site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'The Sec-Fetch-Site header names another site: only pages of this server may call it.';
  }
  return undefined;
}
