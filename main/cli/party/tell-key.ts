/**
 * What is shown once, and how to keep it.
 * Runs in Node, for the CLI.
 */
import type { PartyKey } from '../../contract/public.ts';

/** The words below a new key. */
export function tellKey({ party, apiKey, webhookSecret }: PartyKey): string[] {
  const pages =
    party.origins.length === 0
      ? ['No page may embed this terminal for it: no --origin was named.']
      : [`In pages stands the party's identifier alone: <pravesh-verify party="${party.id}"></pravesh-verify>`];
  const webhook =
    webhookSecret === undefined
      ? []
      : ['', `Secret of the webhook   ${webhookSecret}`, `Events are sent to ${party.webhook}`];
  return [
    '',
    `Key of the API          ${apiKey}`,
    'Keep it on the server of that system, where passwords are kept: never in a page, a program for phones or a file that',
    'others read. It is shown this once; `pravesh party rotate` makes a new one.',
    ...webhook,
    '',
    ...pages,
  ];
}
