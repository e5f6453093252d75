/**
 * `pravesh operator`: who may unlock the page of staff.
 * Runs in Node, for the CLI.
 */
import { OperatorId } from '../../contract/public.ts';
import { buildCommand, type Command, folderOptions, folderUsage, UsageError } from '../command.ts';
import type { OperatorAction, OperatorOptions } from '../operator/action.ts';
import { addOperator } from '../operator/add.ts';
import { disableOperator } from '../operator/disable.ts';
import { listOperators } from '../operator/list.ts';
import { buildPinSource, type Terminal } from '../operator/read-pin.ts';
import { makeRecoveryCode } from '../operator/recovery-code.ts';
import { resetOperator } from '../operator/reset.ts';

const usage = `pravesh operator add --name NAME --role reception|manager [--pin-stdin] [--json]
pravesh operator list [--json]
pravesh operator disable ID [--json]
pravesh operator reset ID [--pin-stdin] [--json]
pravesh operator recovery-code [--json]

add             a new operator. reception sees entries, decides by hand and exports masked; manager does all of it and
                the rest. Names are unique among those who may unlock
list            the operators: identifier, name, role, and whether they can unlock
disable         an operator may not unlock any more. The last manager stays
reset           a new PIN; whoever was locked out or disabled may unlock again
recovery-code   a new recovery code for the terminal, shown once. It lets in, once, somebody who has no PIN any more

A PIN has six to twelve digits. Common ones, rows of digits, repetitions and dates are refused. It is asked for twice and
not shown. A kiosk that runs on the data folder does what is asked for; without one the command does it itself. Each
change is an entry of the log.

Options
  --name NAME      how the operator is called on the screen: one line of at most 60 letters
  --role ROLE      reception or manager
  --pin-stdin      the PIN is the first line of standard input
  --json           one JSON value on stdout: the operator, {"operators": [...]}, or {"code": "..."}
${folderUsage}

Exit codes: 0 done, 1 the answer is no (no such operator, the name is taken, the last manager, a PIN that is refused), 2
it could not be done.`;

const actions: Readonly<Record<string, OperatorAction>> = {
  add: addOperator,
  list: listOperators,
  disable: disableOperator,
  reset: resetOperator,
  'recovery-code': makeRecoveryCode,
};

/** Builds the command. @param openTerminal where a PIN is typed */
export function buildOperatorCommand(openTerminal: () => Terminal): Command {
  return buildCommand({
    name: 'operator',
    summary: 'Add, list, disable or reset operators; make a recovery code',
    usage,
    options: {
      ...folderOptions,
      json: { type: 'boolean' },
      name: { type: 'string' },
      role: { type: 'string' },
      'pin-stdin': { type: 'boolean' },
    },
    positionals: ['ACTION'],
    optionalPositionals: ['ID'],
    async run({ values, positionals: [word = '', id] }, io) {
      const action = Object.hasOwn(actions, word) ? actions[word] : undefined;
      if (action === undefined) {
        throw new UsageError(`takes ${Object.keys(actions).join(', ')}`);
      }
      refuseOthers(word, action, values);
      const pins = buildPinSource(openTerminal(), values['pin-stdin'] === true, io);
      return action.run({ options: values, id: readId(word, action, id), pins, io });
    },
  });
}

export const operatorCommand = buildOperatorCommand(() => ({
  input: process.stdin,
  // Where messages go: standard output is for what a program reads.
  show: (text) => void process.stderr.write(text),
}));

function readId(word: string, { ofOne }: OperatorAction, id: string | undefined): string {
  if (ofOne !== (id !== undefined)) {
    throw new UsageError(ofOne ? 'ID is missing: `pravesh operator list` shows them' : `${word} takes no ID`);
  }
  if (id !== undefined && !OperatorId.safeParse(id).success) {
    throw new UsageError('an ID has six letters and digits; `pravesh operator list` shows them');
  }
  return id ?? '';
}

/** An option that does nothing here was meant to do something. */
function refuseOthers(word: string, { takes }: OperatorAction, values: OperatorOptions): void {
  const known: readonly string[] = [...takes, 'json', 'data', 'config'];
  const other = Object.keys(values).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw new UsageError(`${word} takes no --${other}`);
  }
}
