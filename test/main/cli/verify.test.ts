/** `pravesh verify`: exports and logs, in words and in JSON. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyCommand } from '../../../main/cli/commands/verify.ts';
import { writeTlogProof, writeVerifierKey } from '../../../main/contract/public.ts';
import { makeProvenLog, tamper } from '../../support/proven-log.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { lineOf, makeKey, makeRows, saveExport, writeExport } from '../../support/write-export.ts';
import { collectIo } from './collect-io.ts';

async function run(...args: string[]) {
  const io = collectIo();
  return { code: await verifyCommand.run(args, io), out: io.outLines, err: io.errLines };
}

const log = makeRows(12);

function save(options = {}, from = log): string {
  return saveExport(writeExport(from, options), join(makeTemporaryFolder(), 'pravesh-hq-gate-1'));
}

test('a good export is verified, and what cannot be known is said', async () => {
  const folder = save({ reveal: true });
  const { code, out, err } = await run(folder);
  expect(code).toBe(0);
  expect(err).toEqual([]);
  expect(out[0]).toBe(folder);
  expect(out.at(-1)).toBe('Verified: nothing was found that does not hold.');
  expect(out.filter((line) => line.startsWith('  NOT KNOWN')).join()).toContain('rebuilt with its own key');
  expect(out.filter((line) => line.startsWith('  DOES NOT HOLD'))).toEqual([]);
});

test('a changed row is named, first of all', async () => {
  const folder = save();
  const path = join(folder, 'entries.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace(lineOf(7), lineOf(7, { outcome: 'refused' })));
  const { code, out } = await run(folder);
  expect(code).toBe(1);
  expect(out[1]).toBe('  DOES NOT HOLD Row 7 (line 7) was changed.');
  expect(out).toContain('  First bad row: 7');
  const json = JSON.parse((await run(folder, '--json')).out.join());
  expect(json).toMatchObject({ ok: false, firstBadRow: 7, targets: [{ path: folder, ok: false, firstBadRow: 7 }] });
  expect(json.targets[0].findings).toContainEqual(
    expect.objectContaining({ state: 'fails', code: 'row-changed', row: 7, says: 'Row 7 (line 7) was changed.' }),
  );
});

test('several exports in a row, an older export and the key from elsewhere', async () => {
  const [one, two] = [save({ last: 5 }), save({ first: 6 })];
  const key = join(makeTemporaryFolder(), 'pravesh.pub');
  writeFileSync(key, `${writeVerifierKey(log.key)}\n`);
  const { code, out } = await run(two, one, '--against', one, '--key', key);
  expect(code).toBe(0);
  expect(out.join()).toContain('continues the export before this one');
  expect(out.join()).toContain('continues the older checkpoint that you gave');
  const other = writeVerifierKey(makeKey('pravesh/hq/gate-1', 9).key);
  expect((await run(one, '--key', other)).code).toBe(1);
});

test('an older checkpoint is taken from a file, a proof or a receipt', async () => {
  const short = save({ last: 8 });
  const folder = makeTemporaryFolder();
  const proof = writeTlogProof({ index: 0, path: [], checkpoint: log.note(10) });
  const forms = {
    'checkpoint.txt': log.note(10),
    'proof.txt': proof,
    'receipt.json': JSON.stringify({ entry: log.lines[0], proof, verifierKey: writeVerifierKey(log.key) }),
  };
  for (const [name, text] of Object.entries(forms)) {
    writeFileSync(join(folder, name), text);
    const { code, out } = await run(short, '--against', join(folder, name));
    expect(code, name).toBe(1);
    expect(out.join(), name).toContain('cut off, or it was set back');
  }
});

test('a data folder is verified with the key beside it', async () => {
  const proven = makeProvenLog(9, [8]);
  const { code, out } = await run(proven.data);
  expect(code).toBe(0);
  expect(out.join('\n')).toContain('All 1 checkpoints that the log keeps are signed');
  tamper(proven.path, "UPDATE entries SET outcome = 'refused' WHERE seq = 5");
  const broken = await run(proven.path);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('  First bad row: 5');
});

test('what cannot be verified is said, with what to do', async () => {
  const folder = makeTemporaryFolder();
  const file = join(folder, 'x.age');
  writeFileSync(file, 'age-encryption.org/v1\n...');
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'note'), 'x');
  expect(await run()).toMatchObject({ code: 2, err: [expect.stringContaining('PATH is missing'), expect.anything()] });
  expect((await run(join(folder, 'none'))).err[0]).toContain('there is no');
  expect((await run(file)).err[0]).toContain('decrypt and unpack it first');
  expect((await run(join(folder, 'note'))).err[0]).toContain('neither an export folder nor an entry log');
  expect((await run(save(), '--key', 'nonsense')).err[0]).toContain('--key takes a verifier key');
  expect((await run(save(), '--against', join(folder, 'empty'))).err[0]).toContain('is not an export');
  expect((await run(join(folder, 'empty'))).code).toBe(1);
});
