/** The secret that messages to the gate are signed with, as its receiver is given it. Part of the core. */
import type { Secrets } from '../ports.ts';
import { writeSecret } from '../webhooks/signature.ts';

/** `whsec_` and base64; made when there is none yet. */
export function gateSecret(secrets: Secrets): string {
  return writeSecret(secrets.key('actions', 32));
}
