/**
 * `pravesh party list`: the systems that may verify people here.
 * Runs in Node, for the CLI.
 */
import { askKiosk } from '../ask-kiosk.ts';
import { formatTable } from '../table.ts';
import { type PartyAction, sayAnswer } from './action.ts';
import { writeRate } from './read-rate.ts';

const headings = ['ID', 'NAME', 'PURPOSES', 'RATE', 'ORIGINS', 'WEBHOOK', 'SINCE (UTC)', 'KEY SINCE (UTC)'];

export const listParties: PartyAction = {
  takes: [],
  ofOne: 'no',
  async run(call) {
    return sayAnswer(await askKiosk(call.options, 'party.list', {}), call, ({ parties }) =>
      parties.length === 0
        ? ['no other system may verify people here']
        : formatTable(
            headings,
            parties.map(({ id, name, purposes, rate, origins, webhook, since, keySince }) => [
              id,
              name,
              purposes.join(' ') || 'all',
              writeRate(rate),
              origins.join(' ') || '-',
              webhook ?? '-',
              since,
              keySince,
            ]),
          ),
    );
  },
};
