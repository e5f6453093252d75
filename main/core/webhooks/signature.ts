/**
 * Signs what is posted as Standard Webhooks has it: HMAC-SHA-256 over identifier, time and body. It is Node's own HMAC;
 * the public library of that specification checks it in the tests, and so does not check itself.
 * Part of the core.
 */
import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

/** A key as receivers are given it: `whsec_` and base64. */
export function writeSecret(key: Uint8Array): string {
  return prefix + Buffer.from(key).toString('base64');
}

/**
 * The headers of one try.
 * @param secret `whsec_` and base64
 * @param id the same at every try
 * @param now when it is tried, in milliseconds since 1970
 */
export function signedHeaders(secret: string, id: string, now: number, body: string): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
