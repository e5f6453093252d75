/** The addresses of parties: whose pages may embed ours, and where events go. Pure. */
import { isLoopback } from '../config/service-url.ts';

/** An address as it is kept, or what is wrong with it in a word. */
export type ReadAddress = { readonly value: string } | { readonly problem: AddressProblem };

export type AddressProblem = 'not-an-address' | 'not-https' | 'has-a-user' | 'has-a-wildcard' | 'has-a-path';

/** Names and numbers alone: a host stands in a header of ours, where other marks would have a meaning. */
const plainHost = /^([a-z0-9_]([a-z0-9_.-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/;

/**
 * Reads an origin (RFC 6454): https, or http on this machine; no path and no wildcard.
 * @returns it as browsers write it: lower case, without the usual port, names of other scripts in Punycode
 */
export function readOrigin(text: string): ReadAddress {
  const read = readUrl(text);
  if ('problem' in read) {
    return read;
  }
  const { origin, pathname, search, hash } = read.url;
  return pathname === '/' && search === '' && hash === '' && !/[?#]/.test(text)
    ? { value: origin }
    : { problem: 'has-a-path' };
}

/** Reads where events are sent: https, or http on this machine; a path and a query may follow. */
export function readWebhook(text: string): ReadAddress {
  const read = readUrl(text);
  if ('problem' in read) {
    return read;
  }
  return read.url.hash === '' ? { value: read.url.href } : { problem: 'not-an-address' };
}

function readUrl(text: string): { readonly url: URL } | { readonly problem: AddressProblem } {
  const given = text.trim();
  // The parser of URLs forgives what nobody means: missing slashes, line feeds in the middle.
  const url = /^[a-z]+:\/\/[^\s\p{Cc}\\]+$/iu.test(given) ? URL.parse(given) : null;
  if (url === null) {
    return { problem: 'not-an-address' };
  }
  if (url.hostname.includes('*')) {
    return { problem: 'has-a-wildcard' };
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return { problem: 'not-https' };
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: 'has-a-user' };
  }
  return plainHost.test(url.hostname) ? { url } : { problem: 'not-an-address' };
}
