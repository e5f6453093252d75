/** The operations on events for other systems. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type WebhookHandlers = Pick<Handlers, 'webhook.list' | 'webhook.replay'>;

/** Lays the operations onto their parts. */
export function buildWebhookHandlers(): WebhookHandlers {
  const off = () => problem('not-found');
  return { 'webhook.list': off, 'webhook.replay': off };
}
