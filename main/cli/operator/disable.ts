/**
 * `pravesh operator disable`: an operator may not unlock any more.
 * Runs in Node, for the CLI.
 */
import { askKiosk } from '../ask-kiosk.ts';
import { type OperatorAction, sayAnswer } from './action.ts';

export const disableOperator: OperatorAction = {
  takes: [],
  ofOne: true,
  async run(call) {
    return sayAnswer(await askKiosk(call.options, 'operator.disable', { id: call.id }), call, {
      done: ({ id, name }) => [`${id}, ${name}, may not unlock any more`],
      conflict: 'this is the last manager who can unlock; add another one first',
    });
  },
};
