/**
 * `pravesh party add`: a system that may verify people here, with its key.
 * Runs in Node, for the CLI.
 */
import { NewParty, PartyName } from '../../contract/public.ts';
import { askKiosk } from '../ask-kiosk.ts';
import { UsageError } from '../command.ts';
import { type PartyAction, type PartyOptions, sayAnswer } from './action.ts';
import { readRate } from './read-rate.ts';
import { tellKey } from './tell-key.ts';

export const addParty: PartyAction = {
  takes: ['name', 'origin', 'purpose', 'webhook', 'rate'],
  ofOne: 'no',
  async run(call) {
    const answered = await askKiosk(call.options, 'party.add', readParty(call.options));
    return sayAnswer(answered, call, (made) => [`${made.party.id} is ${made.party.name}`, ...tellKey(made)]);
  },
};

function readParty({ name, origin = [], purpose = [], webhook, rate }: PartyOptions): NewParty {
  if (!PartyName.safeParse(name).success) {
    throw new UsageError('--name takes one line of at most 60 letters: how the system is called');
  }
  const read = NewParty.safeParse({
    name,
    origins: origin,
    purposes: purpose,
    ...(webhook !== undefined && { webhook }),
    ...(rate !== undefined && { rate: readRate(rate) }),
  });
  if (!read.success) {
    const [field] = read.error.issues.map(({ path }) => String(path[0]));
    const option = { origins: '--origin', purposes: '--purpose' }[field ?? ''] ?? `--${field}`;
    throw new UsageError(`${option} is too long, too short, or given too often (20 times at the most)`);
  }
  return read.data;
}
