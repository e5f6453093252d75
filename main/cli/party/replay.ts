/**
 * `pravesh party replay`: events are sent once more.
 * Runs in Node, for the CLI.
 */
import { askKiosk } from '../ask-kiosk.ts';
import { type PartyAction, sayAnswer } from './action.ts';

export const replayEvents: PartyAction = {
  takes: ['event'],
  ofOne: 'yes',
  async run(call) {
    const { options, id: party } = call;
    const asked = { party, ...(options.event !== undefined && { id: options.event }) };
    return sayAnswer(await askKiosk(options, 'webhook.replay', asked), call, ({ events }) => [
      events === 0 ? 'no event of it was given up' : `${events} sent once more, as soon as the kiosk runs`,
    ]);
  },
};
