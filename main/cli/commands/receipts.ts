/**
 * `pravesh receipts`: the keys that the receipts of other systems are signed and checked with.
 * Runs in Node, for the CLI.
 */
import type { KeySet, Problem } from '../../contract/public.ts';
import { askKiosk, sayAnswer } from '../ask-kiosk.ts';
import { buildCommand, type CommandIo, folderOptions, folderUsage, UsageError } from '../command.ts';
import { formatTable } from '../table.ts';

const usage = `pravesh receipts keys [--json]
pravesh receipts rotate [--json]

keys     the keys that receipts are checked with, as /.well-known/jwks.json shows them: first the one that signs, then the
         next one, then those of before for as long as a receipt of theirs holds
rotate   receipts are signed with a new key from now on; those of before hold until they expire. It happens by itself
         every receipts.rotateDays of the configuration; do it now where somebody may have read the key

A kiosk that runs on the data folder does what is asked for; without one the command does it itself. A new key is an
entry of the log.

Options
  --json           one JSON value on stdout: the set of keys (RFC 7517), or {"keyId": "..."}
${folderUsage}

Exit codes: 0 done, 2 it could not be done.`;

interface ReceiptsOptions {
  readonly data?: string | undefined;
  readonly config?: string | undefined;
  readonly json?: boolean | undefined;
}

const explain = ({ message }: Problem) => message;
const program = 'pravesh receipts';

async function showKeys(options: ReceiptsOptions, io: CommandIo): Promise<number> {
  return sayAnswer(
    await askKiosk(options, 'receipt.keys', {}),
    { json: options.json, io },
    {
      program,
      done: ({ keys }) => formatTable(['KEY', 'SIGNS', 'PUBLIC KEY'], keys.map(lineOf)),
      explain,
    },
  );
}

/** The first one signs; of the others nothing more is known from outside. */
function lineOf({ kid, x }: KeySet['keys'][number], index: number): string[] {
  return [kid, index === 0 ? 'yes' : 'no', x];
}

async function rotate(options: ReceiptsOptions, io: CommandIo): Promise<number> {
  return sayAnswer(
    await askKiosk(options, 'receipt.rotate', {}),
    { json: options.json, io },
    {
      program,
      done: ({ keyId }) => [`receipts are signed with the key ${keyId} from now on`],
      explain,
    },
  );
}

export const receiptsCommand = buildCommand({
  name: 'receipts',
  summary: 'The keys of receipts: show them, or take a new one',
  usage,
  options: { ...folderOptions, json: { type: 'boolean' } },
  positionals: ['ACTION'],
  run({ values, positionals: [word] }, io) {
    switch (word) {
      case 'keys':
        return showKeys(values, io);
      case 'rotate':
        return rotate(values, io);
      default:
        throw new UsageError('takes keys or rotate');
    }
  },
});
