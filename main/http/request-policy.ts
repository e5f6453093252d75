/**
 * Where a request comes from, as far as its connection and its headers tell: a page of somebody else must not reach
 * this server, not through its own name for our address (DNS rebinding) and not from its own origin (forged requests).
 * Runs in the HTTP host.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/**
 * How far a request may go. `local`: it was made on this machine, to its loopback address; only such a one can be the
 * kiosk's own. `public`: all else.
 */
export type Scope = 'local' | 'public';

/** A listener. */
export interface Door {
  /** The widest scope that its requests can have. */
  readonly scope: Scope;
  /** Whether it speaks TLS. */
  readonly secure: boolean;
  /** How other machines reach this one, also through a proxy: `https://gate-1.example.in`. */
  readonly publicUrl?: string | undefined;
  /** Addresses and networks of the proxies in front of it. */
  readonly trustedProxies: readonly string[];
}

/** What the policy looks at. Addresses and port are those of the connection. */
export interface Connection {
  readonly headers: IncomingHttpHeaders;
  readonly localAddress: string | undefined;
  readonly localPort: number | undefined;
  readonly remoteAddress: string | undefined;
}

export interface RequestPolicy {
  /** Whether what this connection carries was under TLS: on its way through a door without TLS only a proxy's was. */
  isProtected(connection: Connection): boolean;
  /** How far this request may go; undefined where its `Host` names no address of ours. */
  scopeOf(connection: Connection): Scope | undefined;
  /** Whether this is the origin of our own pages, for requests of this scope. */
  isOwnOrigin(origin: string, scope: Scope, connection: Connection): boolean;
}

/** What proxies add. A request with one of these was not made by a browser of this machine. */
const forwardedHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-server',
  'x-real-ip',
] as const;

/** Whether an address is of this very machine; IPv4 may come in the clothes of IPv6. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}

/** IPv4 as itself, where a socket of IPv6 says it in the clothes of IPv6. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}

/** An address as it stands in a `Host`. */
function writeLiteral(address: string): string {
  const plain = unmapped(address);
  return plain.includes(':') ? `[${plain}]` : plain;
}

/** Names with the port, and bare where the port is the one that nobody writes. */
function withPort(names: readonly string[], port: number | undefined, usual: number): string[] {
  const hosts = names.map((name) => `${name}:${port}`);
  return port === usual ? [...names, ...hosts] : hosts;
}

/** The names of the loopback address, of which no name of somebody's domain is one. */
function loopbackHosts({ localAddress, localPort }: Connection): Set<string> {
  const literal = isLoopbackAddress(localAddress) && localAddress !== undefined ? [writeLiteral(localAddress)] : [];
  return new Set(withPort(['127.0.0.1', 'localhost', '[::1]', ...literal], localPort, 80));
}

/** Builds the policy of one door. */
export function buildRequestPolicy(door: Door): RequestPolicy {
  const { scope: widest, secure, publicUrl } = door;
  const [scheme, usualPort] = secure ? (['https:', 443] as const) : (['http:', 80] as const);
  const url = publicUrl === undefined ? undefined : new URL(publicUrl);
  const publicHosts = new Set(url === undefined ? [] : [url.host, `${url.hostname}:${url.port || 443}`]);
  // One connection after the other comes in at the same address: their names are worked out once.
  const atAddress = remember((connection) =>
    widest === 'local'
      ? loopbackHosts(connection)
      : new Set(withPort([writeLiteral(connection.localAddress ?? '')], connection.localPort, usualPort)),
  );
  const isProxy = buildProxyCheck(door.trustedProxies);
  return {
    isProtected: ({ remoteAddress }) =>
      secure || widest === 'local' || (remoteAddress !== undefined && isProxy(remoteAddress)),
    scopeOf(connection) {
      const host = connection.headers.host?.toLowerCase();
      if (host === undefined) {
        return undefined;
      }
      if (atAddress(connection).has(host)) {
        return widest === 'local' && isFromHere(connection) ? 'local' : 'public';
      }
      return publicHosts.has(host) ? 'public' : undefined;
    },
    isOwnOrigin(origin, scope, connection) {
      if (scope === 'public' && origin === url?.origin) {
        return true;
      }
      const own = origin.startsWith(`${scheme}//`) ? origin.slice(scheme.length + 2) : undefined;
      return own !== undefined && scope === widest && atAddress(connection).has(own);
    },
  };
}

/** Whether an address is that of a proxy, or of this machine, from which nothing has travelled. */
function buildProxyCheck(trusted: readonly string[]): (address: string) => boolean {
  const proxies = new BlockList();
  for (const each of trusted) {
    const [address = '', bits] = each.split('/', 2);
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    proxies.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (address) => {
    const plain = unmapped(address);
    return isLoopbackAddress(plain) || proxies.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
}

function isFromHere({ headers, localAddress, remoteAddress }: Connection): boolean {
  return (
    isLoopbackAddress(remoteAddress) &&
    isLoopbackAddress(localAddress) &&
    forwardedHeaders.every((name) => headers[name] === undefined)
  );
}

/** Keeps what was worked out for the newest address and port. */
function remember(workOut: (connection: Connection) => Set<string>): (connection: Connection) => Set<string> {
  let known: { readonly address: string | undefined; readonly port: number | undefined; readonly hosts: Set<string> };
  known = { address: undefined, port: undefined, hosts: new Set() };
  return (connection) => {
    const { localAddress: address, localPort: port } = connection;
    if (known.address !== address || known.port !== port) {
      known = { address, port, hosts: workOut(connection) };
    }
    return known.hosts;
  };
}
