/**
 * The doctor's look at the door to other machines: the address, the certificate, and what stands in front of it.
 * Runs in Node, for the CLI.
 */
import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { HealthCheck } from '../../contract/public.ts';
import type { Settings } from '../../core/kiosk.ts';
import { fail, pass } from './check.ts';

type Doors = Settings['http'];

const name = 'other machines';

/** Time to get a new certificate without haste, in milliseconds. */
const earlyMs = 14 * 86_400_000;

/** The addresses that this machine has now, as the system writes them. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address));
}

/**
 * Whether others can come in as the configuration says; undefined where it lets nobody in.
 * @param now milliseconds since 1970
 */
export function checkDoor(
  { bind, tls, publicUrl, trustedProxies }: Doors,
  now: number,
  addresses: readonly string[],
): HealthCheck | undefined {
  const isKnown = /^(localhost|127\..*|0\.0\.0\.0|[0:]+|::1)$/i.test(bind) || addresses.includes(bind);
  if (!isKnown) {
    const todo = `Set http.bind to one of ${addresses.join(', ')}, or to 0.0.0.0 for all of them.`;
    return fail(name, `${bind} is no address of this machine now`, todo);
  }
  if (tls !== undefined) {
    return checkCertificate(new X509Certificate(tls.cert), now, publicUrl);
  }
  if (publicUrl === undefined) {
    return undefined;
  }
  return pass(name, `reach it at ${publicUrl}, through the proxy at ${trustedProxies.join(', ') || 'this machine'}`);
}

function checkCertificate(certificate: X509Certificate, now: number, publicUrl: string | undefined): HealthCheck {
  const until = Date.parse(certificate.validTo);
  const day = new Date(until).toISOString().slice(0, 10);
  const todo = 'Put a new one into the files of http.tls, and restart.';
  if (now > until) {
    return fail(name, `the certificate has expired on ${day}`, todo);
  }
  if (now < Date.parse(certificate.validFrom)) {
    return fail(name, 'the certificate is not valid yet', 'Look at the clock; else wait, or take another certificate.');
  }
  if (until - now < earlyMs) {
    return fail(name, `the certificate expires on ${day}`, todo);
  }
  const host = publicUrl === undefined ? undefined : new URL(publicUrl).hostname.replace(/^\[|\]$/g, '');
  if (host !== undefined && !isFor(certificate, host)) {
    return fail(name, `the certificate is not for ${host}`, 'Get one for the host of http.publicUrl, or mend that.');
  }
  const signer = certificate.issuer === certificate.subject ? ', signed by itself: browsers warn of it' : '';
  return pass(
    name,
    `reach it over TLS${host === undefined ? '' : ` at ${publicUrl}`}; certificate until ${day}${signer}`,
  );
}

function isFor(certificate: X509Certificate, host: string): boolean {
  return (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
}
