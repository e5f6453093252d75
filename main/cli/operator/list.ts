/**
 * `pravesh operator list`: who may unlock.
 * Runs in Node, for the CLI.
 */

import { askKiosk } from '../ask-kiosk.ts';
import { formatTable } from '../table.ts';
import { type OperatorAction, sayAnswer } from './action.ts';

export const listOperators: OperatorAction = {
  takes: [],
  ofOne: false,
  async run(call) {
    return sayAnswer(await askKiosk(call.options, 'operator.list', {}), call, {
      done: ({ operators }) =>
        operators.length === 0
          ? ['there is no operator yet']
          : formatTable(
              ['ID', 'NAME', 'ROLE', 'STATE', 'SINCE (UTC)'],
              operators.map(({ id, name, role, state, since }) => [id, name, role, state, since]),
            ),
      conflict: '',
    });
  },
};
