/**
 * `pravesh operator reset`: an operator gets a new PIN and may unlock again.
 * Runs in Node, for the CLI.
 */
import { askKiosk } from '../ask-kiosk.ts';
import { type OperatorAction, sayAnswer } from './action.ts';

export const resetOperator: OperatorAction = {
  takes: ['pin-stdin'],
  ofOne: true,
  async run(call) {
    const { options, id, pins } = call;
    const answered = await pins.use((pin) => askKiosk(options, 'operator.reset', { id, pin }));
    return sayAnswer(answered, call, {
      done: ({ name }) => [`${id}, ${name}, has a new PIN`],
      conflict: 'another operator is called so by now; disable that one first, or add this one under another name',
    });
  },
};
