/**
 * `http`: where the program listens, and who may come between it and its callers.
 * Part of the core.
 */
import * as z from 'zod';
import { readTls } from './read-tls.ts';
import { type ConfigSources, distinct, group, type Reading, reading, whole } from './schema-parts.ts';
import { isLoopback, readServiceUrl } from './service-url.ts';

const address = z.union([z.ipv4(), z.ipv6()]);
const network = z.union([z.cidrv4(), z.cidrv6()]);

function readBind(text: string): Reading<string> {
  return isLoopback(text) || address.safeParse(text).success
    ? { value: text }
    : { reason: 'must be an address of this machine: 127.0.0.1 for itself alone, 0.0.0.0 for all its networks' };
}

function readPublicUrl(text: string): Reading<string> {
  const url = readServiceUrl(text);
  return 'value' in url && new URL(url.value).pathname !== '/'
    ? { reason: 'must be an address without a path, as https://gate-1.example.in' }
    : url;
}

function readProxy(text: string): Reading<string> {
  if (!address.safeParse(text).success && !network.safeParse(text).success) {
    return { reason: 'must be an address or a network, as 10.0.0.5 or 10.0.0.0/24' };
  }
  return text.endsWith('/0') ? { reason: 'is everybody: name the proxy alone' } : { value: text };
}

const pemFile = z.string({ error: ({ input }) => (input === undefined ? 'is missing: name its file' : undefined) });

/** The schema of the section; certificate and key are read while it parses. */
export function buildHttpSchema(sources: ConfigSources) {
  return group({
    port: whole(0, 65_535).default(4780),
    bind: z.string().transform(reading(readBind)).default('127.0.0.1'),
    tls: group({ cert: pemFile, key: pemFile })
      .transform((given, context) => readTls(given, sources, context))
      .optional(),
    publicUrl: z.string().transform(reading(readPublicUrl)).optional(),
    trustedProxies: distinct(z.string().transform(reading(readProxy))).default([]),
  })
    .superRefine(checkDoors)
    .prefault({});
}

/** What lets other machines in must also say how they are kept from being listened to. */
function checkDoors(http: Doors, context: z.core.$RefinementCtx): void {
  const say = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
  const { bind, tls, publicUrl, trustedProxies } = http;
  if (!isLoopback(bind) && tls === undefined && trustedProxies.length === 0) {
    say('bind', 'lets other machines in: give http.tls, or http.trustedProxies where a proxy in front has the TLS');
  }
  if (isLoopback(bind) && tls !== undefined) {
    say('tls', 'has no effect while http.bind is this machine alone: name one of its addresses, or 0.0.0.0');
  }
  if (trustedProxies.length > 0 && publicUrl === undefined) {
    say('trustedProxies', 'needs http.publicUrl: the address at which the proxy is reached');
  }
}

interface Doors {
  readonly bind: string;
  readonly tls?: unknown;
  readonly publicUrl?: string | undefined;
  readonly trustedProxies: readonly string[];
}
