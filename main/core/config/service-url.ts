/**
 * Addresses that a configuration may name.
 * Part of the core.
 */
import type { Reading } from './schema-parts.ts';

/** Whether a host name or address is this very machine: 127.0.0.0/8, ::1 or localhost. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}|::1|\[::1\])$/i.test(host);
}

/**
 * Reads the address of a service: https, or http on this machine; no user, query or fragment.
 * @returns the address without a slash at its end
 */
export function readServiceUrl(text: string): Reading<string> {
  const url = URL.parse(text.trim());
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { reason: 'must be an address that starts with https://' };
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return { reason: 'must start with https://; http is for this machine alone (127.0.0.1, localhost)' };
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return { reason: 'must have no user, password, ? or # in it' };
  }
  return { value: url.href.replace(/\/+$/, '') };
}

/** Reads the address of what is sent messages: https, or http on this machine; a path and a query may follow. */
export function readReceiverUrl(text: string): Reading<string> {
  const url = URL.parse(text.trim());
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url === null || !isSafe) {
    return { reason: 'must start with https://; http is for this machine alone (127.0.0.1, localhost)' };
  }
  return url.username !== '' || url.password !== '' || url.hash !== ''
    ? { reason: 'must have no user, password or # in it' }
    : { value: url.href };
}
