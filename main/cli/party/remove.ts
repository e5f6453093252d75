/**
 * `pravesh party remove`: a system may verify nobody any more.
 * Runs in Node, for the CLI.
 */
import { askKiosk } from '../ask-kiosk.ts';
import { type PartyAction, sayAnswer } from './action.ts';

export const removeParty: PartyAction = {
  takes: [],
  ofOne: 'yes',
  async run(call) {
    return sayAnswer(await askKiosk(call.options, 'party.remove', { id: call.id }), call, ({ id, name }) => [
      `${id}, ${name}, may verify nobody any more; what was open for it has ended`,
    ]);
  },
};
