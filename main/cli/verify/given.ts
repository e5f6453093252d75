/**
 * What is given to `pravesh verify` besides the things to verify: a key, and older checkpoints in any of the forms in which
 * they leave a terminal.
 * Runs in Node, for the CLI.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  EntryReceipt,
  exportFiles,
  readTlogProof,
  readVerifierKey,
  type VerifyTools,
  writeVerifierKey,
} from '../../contract/public.ts';
import { CommandError } from '../command.ts';

/** Larger files are neither a key nor a checkpoint. */
const mostBytes = 1024 * 1024;

/** The text of a small file. */
function readSmall(path: string): string {
  const { size } = statSync(path);
  if (size > mostBytes) {
    throw new CommandError(`${path} is too large (${size} bytes) to be a key, a checkpoint or a receipt`);
  }
  return readFileSync(path, 'utf8');
}

/** Reads `--key`: a C2SP verifier key, or a file with one. @throws CommandError when it is none */
export function readGivenKey(given: string, tools: VerifyTools): string {
  const text = existsSync(given) ? readSmall(given) : given;
  const key = readVerifierKey(tools.sha256, text);
  if (key === undefined) {
    throw new CommandError('--key takes a verifier key (name+hash+key, the line in pravesh.pub) or a file with one');
  }
  return writeVerifierKey(key);
}

/** Reads `--against`: a checkpoint, a proof or a receipt in a file, or an export folder. @throws CommandError */
export function readOlderNote(given: string): string {
  if (!existsSync(given)) {
    throw new CommandError(`--against: there is no ${given}`);
  }
  const path = statSync(given).isDirectory() ? join(given, exportFiles.checkpoint) : given;
  if (!existsSync(path)) {
    throw new CommandError(`--against: ${given} is not an export; it has no ${exportFiles.checkpoint}`);
  }
  const text = readSmall(path);
  return readTlogProof(readReceipt(text) ?? text)?.checkpoint ?? text;
}

/** The proof inside a receipt; undefined when the text is none. */
function readReceipt(text: string): string | undefined {
  try {
    return EntryReceipt.safeParse(JSON.parse(text)).data?.proof;
  } catch {
    return undefined;
  }
}
