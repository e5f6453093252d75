/**
 * `pravesh operator add`: a new operator with a PIN.
 * Runs in Node, for the CLI.
 */
import { OperatorName, OperatorRole } from '../../contract/public.ts';
import { askKiosk } from '../ask-kiosk.ts';
import { UsageError } from '../command.ts';
import { type OperatorAction, type OperatorOptions, sayAnswer } from './action.ts';

export const addOperator: OperatorAction = {
  takes: ['name', 'role', 'pin-stdin'],
  ofOne: false,
  async run(call) {
    const who = readWho(call.options);
    const answered = await call.pins.use((pin) => askKiosk(call.options, 'operator.add', { ...who, pin }));
    return sayAnswer(answered, call, {
      done: ({ id, name, role }) => [`${id} is ${name}, ${role}`],
      conflict: 'there is an operator of this name already',
    });
  },
};

function readWho({ name: givenName, role: givenRole }: OperatorOptions) {
  const name = OperatorName.safeParse(givenName);
  const role = OperatorRole.safeParse(givenRole);
  if (!name.success) {
    throw new UsageError('--name takes one line of at most 60 letters: how the operator is called on the screen');
  }
  if (!role.success) {
    throw new UsageError(`--role takes ${OperatorRole.options.join(' or ')}`);
  }
  return { name: name.data, role: role.data };
}
