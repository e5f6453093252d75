/**
 * `pravesh operator recovery-code`: a new code for whoever has no PIN any more.
 * Runs in Node, for the CLI.
 */
import { askKiosk } from '../ask-kiosk.ts';
import { type OperatorAction, sayAnswer } from './action.ts';

export const makeRecoveryCode: OperatorAction = {
  takes: [],
  ofOne: false,
  async run(call) {
    return sayAnswer(await askKiosk(call.options, 'operator.recoveryCode', {}), call, {
      done: ({ code }) => [
        code,
        'Write it down and keep it where only managers reach it. It is shown this once and works once; the code before',
        'it is worth nothing any more.',
      ],
      conflict: '',
    });
  },
};
