/**
 * One verification on the page: what was picked, how far it is, what came of it.
 * Runs in the page that verifies.
 */
import { type NamedReport, readTlogProof, verifySeries } from '../../main/contract/public.ts';
import { browserTools } from './browser-tools.ts';
import { type PickedFile, toExports } from './picked-files.ts';

/** Where the page stands. */
export type Verifying =
  | { readonly step: 'waiting' }
  | { readonly step: 'working'; readonly percent: number }
  | { readonly step: 'problem'; readonly what: 'noFiles' | 'failed' }
  | { readonly step: 'done'; readonly reports: readonly NamedReport[] };

/** What somebody has from elsewhere. */
export interface Elsewhere {
  readonly key: string | undefined;
  /** Files with older checkpoints. */
  readonly older: readonly File[];
}

/** Larger files are no checkpoints. */
const mostOlderBytes = 1024 * 1024;

/** Verifies; tells each step. */
export async function verifyPicked(
  picked: readonly PickedFile[],
  elsewhere: Elsewhere,
  onStep: (step: Verifying) => void,
): Promise<void> {
  if (picked.length === 0) {
    onStep({ step: 'problem', what: 'noFiles' });
    return;
  }
  const total = picked.reduce((sum, { file }) => sum + file.size, 0);
  let done = 0;
  let said = 0;
  onStep({ step: 'working', percent: 0 });
  const exports = toExports(picked, (bytes) => {
    done += bytes;
    const percent = Math.min(99, Math.floor((100 * done) / Math.max(1, total)));
    if (percent > said) {
      said = percent;
      onStep({ step: 'working', percent });
    }
  });
  try {
    const notes = await Promise.all(elsewhere.older.map(readNote));
    const older = notes.map((note) => ({ by: 'given' as const, note }));
    onStep({ step: 'done', reports: await verifySeries(exports, browserTools, { key: elsewhere.key, older }) });
  } catch {
    // Nothing in the files makes the verifier throw; a medium that was pulled out does.
    onStep({ step: 'problem', what: 'failed' });
  }
}

async function readNote(file: File): Promise<string> {
  const text = await file.slice(0, mostOlderBytes).text();
  return readTlogProof(text)?.checkpoint ?? text;
}
