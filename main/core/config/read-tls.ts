/**
 * Reads the certificate and the private key of the public door, and whether they belong together.
 * Part of the core. No reason ever repeats what was read.
 */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { readNamedFile } from './read-secret.ts';
import type { ConfigSources, Reading } from './schema-parts.ts';

/** Certificate chain and private key, each as PEM text. */
export interface TlsTexts {
  readonly cert: string;
  readonly key: string;
}

/** Reads both files, and adds an issue for each thing that is wrong with them. */
export function readTls(given: TlsTexts, sources: ConfigSources, context: z.core.$RefinementCtx): TlsTexts {
  const cert = readPem(given.cert, sources, readCertificate);
  const key = readPem(given.key, sources, readKey);
  for (const [name, read] of [['cert', cert] as const, ['key', key] as const]) {
    if ('reason' in read) {
      context.addIssue({ code: 'custom', path: [name], message: read.reason });
    }
  }
  if ('reason' in cert || 'reason' in key) {
    return z.NEVER;
  }
  if (!cert.value.parsed.checkPrivateKey(key.value.parsed)) {
    const message = 'is not the key of the certificate beside it (the first one in its file)';
    context.addIssue({ code: 'custom', path: ['key'], message });
    return z.NEVER;
  }
  return { cert: cert.value.text, key: key.value.text };
}

/** A text with what it was read as. */
interface Pem<T> {
  readonly text: string;
  readonly parsed: T;
}

function readPem<T>(path: string, sources: ConfigSources, parse: (text: string) => Reading<T>): Reading<Pem<T>> {
  const file = readNamedFile(path, sources);
  if ('reason' in file) {
    return file;
  }
  const parsed = parse(file.value);
  return 'reason' in parsed ? parsed : { value: { text: file.value, parsed: parsed.value } };
}

function readCertificate(text: string): Reading<X509Certificate> {
  try {
    return { value: new X509Certificate(text) };
  } catch {
    return { reason: 'the file holds no certificate in PEM (-----BEGIN CERTIFICATE-----)' };
  }
}

function readKey(text: string): Reading<KeyObject> {
  if (/^-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(text)) {
    return { reason: 'the key is locked with a passphrase: nobody is there to type it at a start' };
  }
  try {
    return { value: createPrivateKey(text) };
  } catch {
    return { reason: 'the file holds no private key in PEM (-----BEGIN PRIVATE KEY-----)' };
  }
}
