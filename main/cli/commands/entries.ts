/**
 * `pravesh entries`: reads the entry log, and answers a person who asks what it holds of them or wants it erased.
 * Runs in Node, for the CLI.
 */
import { buildCommand, folderOptions, folderUsage, UsageError } from '../command.ts';
import type { EntriesAction, EntriesOptions } from '../entries/action.ts';
import { eraseEntries } from '../entries/erase.ts';
import { findEntries } from '../entries/find.ts';
import { listEntries } from '../entries/list.ts';
import { showNotice } from '../entries/notice.ts';

const usage = `pravesh entries list [--limit N] [--json]
pravesh entries find --mobile N [--name NAME] [--json]
pravesh entries erase --mobile N [--name NAME] --reason TEXT [--override] [--json]
pravesh entries notice --seq N [--json]

list     the newest entries of the log, oldest first. Persons are shown as the log keeps them: masked, unless the
         configuration says otherwise
find     what the log holds of a person, by the whole number, and from when to when it goes
erase    erases what the log holds of a person; the entries stay, as proof, without the person. Refused before
         privacy.keep.min, entry by entry, with the date and the rule. A kiosk that runs there does it
notice   the notice that the visitor of an entry read, to the letter

A look at persons (list, find) and an erasure are entries of the log themselves, without saying at whom. Beside a
running kiosk that entry comes a few seconds later; for a list within the hour, when the kiosk stops, or when it starts.

Options
  --limit N        how many (default 50)
  --mobile N       ten digits, with or without +91
  --name NAME      only this person among those on the number; capitals do not matter
  --reason TEXT    why; it stays in the log for good, so it must not say who
  --override       erase before the minimum too; the log keeps that it was used
  --seq N          the number of an entry
  --json           one JSON value on stdout: the rows, every column of the table "entries" under its own name
                   (find: with erase_from, erase_by and rule; erase: {"erased", "kept"})
${folderUsage}

Exit codes: 0 done, 1 the answer is no (nothing is kept, not everything was erased, no such notice), 2 there is no log,
it cannot be read, or a kiosk that cannot be asked must be stopped first.`;

const actions: Readonly<Record<string, EntriesAction>> = {
  list: listEntries,
  find: findEntries,
  erase: eraseEntries,
  notice: showNotice,
};

export const entriesCommand = buildCommand({
  name: 'entries',
  summary: 'List entries; find or erase what is kept of a person; show a notice',
  usage,
  options: {
    ...folderOptions,
    limit: { type: 'string' },
    json: { type: 'boolean' },
    mobile: { type: 'string' },
    name: { type: 'string' },
    seq: { type: 'string' },
    reason: { type: 'string' },
    override: { type: 'boolean' },
  },
  positionals: ['ACTION'],
  async run({ values, positionals: [word = ''] }, io) {
    const action = Object.hasOwn(actions, word) ? actions[word] : undefined;
    if (action === undefined) {
      throw new UsageError(`takes ${Object.keys(actions).join(', ')}`);
    }
    refuseOthers(word, action, values);
    return action.run(values, io);
  },
});

/** An option that does nothing here was meant to do something. */
function refuseOthers(word: string, { takes }: EntriesAction, values: EntriesOptions): void {
  const known: readonly string[] = [...takes, 'data', 'config'];
  const other = Object.keys(values).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw new UsageError(`${word} takes no --${other}`);
  }
}
