/**
 * `pravesh party`: the systems that may verify people here, and the events that they are sent.
 * Runs in Node, for the CLI.
 */
import { PartyId } from '../../contract/public.ts';
import { buildCommand, folderOptions, folderUsage, UsageError } from '../command.ts';
import type { PartyAction, PartyOptions } from '../party/action.ts';
import { addParty } from '../party/add.ts';
import { listEvents } from '../party/events.ts';
import { listParties } from '../party/list.ts';
import { removeParty } from '../party/remove.ts';
import { replayEvents } from '../party/replay.ts';
import { rotateParty } from '../party/rotate.ts';

const usage = `pravesh party add --name NAME [--origin URL]... [--purpose P]... [--webhook URL] [--rate 60/min] [--json]
pravesh party list [--json]
pravesh party rotate ID [--json]
pravesh party remove ID [--json]
pravesh party events [ID] [--state waiting|delivered|dead] [--json]
pravesh party replay ID [--event EVENT] [--json]

add      a system may verify people here. Prints its key of the API, this once. Its identifier may stand in any page
list     the systems: identifier, name, purposes, rate, origins, webhook; no key
rotate   a new key, and a new secret of the webhook; the ones before work no longer. Open verifications go on
remove   the system may verify nobody any more; its open verifications and pages end
events   the newest events for other systems, and what became of them
replay   events are sent once more: one of them, or all of a system that were given up

A kiosk that runs on the data folder does what is asked for; without one the command does it itself. Each change is an
entry of the log.

Options
  --name NAME      how the system is called: one line of at most 60 letters; the notice to visitors names it
  --origin URL     whose pages may embed this terminal, as https://hr.example.in; can be given several times
  --purpose P      for what it may verify, as in policy.purposes; several times; default all
  --webhook URL    where events are sent: https, or http on this machine
  --rate N/UNIT    how many requests in which time: 60/min (the default), 5/s, 1000/h. Its pages together have as many
  --state STATE    only events that are waiting, delivered, or dead (given up)
  --event EVENT    the identifier of an event
  --json           one JSON value on stdout: the answer of the operation of this name
${folderUsage}

Exit codes: 0 done, 1 the answer is no (no such system, the name is taken, an address that cannot be used), 2 it could
not be done.`;

const actions: Readonly<Record<string, PartyAction>> = {
  add: addParty,
  list: listParties,
  rotate: rotateParty,
  remove: removeParty,
  events: listEvents,
  replay: replayEvents,
};

export const partyCommand = buildCommand({
  name: 'party',
  summary: 'Add, list, renew or remove systems that verify people here; events',
  usage,
  options: {
    ...folderOptions,
    json: { type: 'boolean' },
    name: { type: 'string' },
    origin: { type: 'string', multiple: true },
    purpose: { type: 'string', multiple: true },
    webhook: { type: 'string' },
    rate: { type: 'string' },
    state: { type: 'string' },
    event: { type: 'string' },
  },
  positionals: ['ACTION'],
  optionalPositionals: ['ID'],
  async run({ values, positionals: [word = '', id] }, io) {
    const action = Object.hasOwn(actions, word) ? actions[word] : undefined;
    if (action === undefined) {
      throw new UsageError(`takes ${Object.keys(actions).join(', ')}`);
    }
    refuseOthers(word, action, values);
    checkId(word, action, id);
    return action.run({ options: values, id, io });
  },
});

function checkId(word: string, { ofOne }: PartyAction, id: string | undefined): void {
  if (id === undefined ? ofOne === 'yes' : ofOne === 'no') {
    throw new UsageError(id === undefined ? 'ID is missing: `pravesh party list` shows them' : `${word} takes no ID`);
  }
  if (id !== undefined && !PartyId.safeParse(id).success) {
    throw new UsageError('an ID has eight letters and digits; `pravesh party list` shows them');
  }
}

/** An option that does nothing here was meant to do something. */
function refuseOthers(word: string, { takes }: PartyAction, values: PartyOptions): void {
  const known: readonly string[] = [...takes, 'json', 'data', 'config'];
  const other = Object.keys(values).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw new UsageError(`${word} takes no --${other}`);
  }
}
