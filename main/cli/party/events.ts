/**
 * `pravesh party events`: the newest events for other systems, and what became of them.
 * Runs in Node, for the CLI.
 */
import type { WebhookEvent } from '../../contract/public.ts';
import { askKiosk } from '../ask-kiosk.ts';
import { UsageError } from '../command.ts';
import { formatTable } from '../table.ts';
import { type PartyAction, sayAnswer } from './action.ts';

const states = ['waiting', 'delivered', 'dead'];

const headings = ['EVENT', 'PARTY', 'TYPE', 'SEQ', 'AT (UTC)', 'STATE', 'TRIES', 'NEXT', 'LAST PROBLEM'];

export const listEvents: PartyAction = {
  takes: ['state'],
  ofOne: 'maybe',
  async run(call) {
    const { options, id: party } = call;
    const { state } = options;
    if (state !== undefined && !states.includes(state)) {
      throw new UsageError(`--state takes ${states.join(', ')}`);
    }
    const asked = { ...(party !== undefined && { party }), ...(state !== undefined && { state }) };
    return sayAnswer(await askKiosk(options, 'webhook.list', asked), call, ({ events, waiting, dead }) => [
      ...(events.length === 0 ? [] : formatTable(headings, events.map(toCells))),
      `${waiting} waiting, ${dead} given up`,
    ]);
  },
};

function toCells({ id, party, type, seq, at, state, attempts, nextInMs, lastProblem }: WebhookEvent): string[] {
  const next = nextInMs === undefined ? '-' : `in ${Math.ceil(nextInMs / 1000)} s`;
  return [id, party, type, String(seq), at, state, String(attempts), next, lastProblem ?? '-'];
}
