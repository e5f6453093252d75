/** Whatever call fails: no part stays, and what stands under its own name is whole (D2, D3). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { signNote, verifyExport, writeVerifierKey } from '../../../../main/contract/public.ts';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { explain } from '../../../../main/core/export/export-error.ts';
import type { ExportJob } from '../../../../main/core/export/job.ts';
import { writeExport } from '../../../../main/core/export/write-export.ts';
import type { ExportFiles } from '../../../../main/core/ports.ts';
import { buildCheckpoints } from '../../../../main/core/tree/checkpoints.ts';
import { openTerminalKey } from '../../../../main/core/tree/terminal-key.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildExportHost, fillLog, readExport, settingsOfExports, visit } from '../../../support/export-rig.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildFaultyFiles, systemError } from '../../../support/faulty-export-files.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { readFiles } from '../../../support/write-export.ts';

const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

/** Exports of one log in this thread, with files of the test. */
function makeWorld(encryptTo: readonly string[]) {
  const data = makeTemporaryFolder();
  const out = makeTemporaryFolder();
  fillLog(
    data,
    Array.from({ length: 300 }, (_none, index) => visit(`Asha ${index}`)),
  );
  const { database, close } = openDataFolder(data, buildFiles());
  onTestFinished(close);
  const key = openTerminalKey(settingsOfExports.site, { key: (_name, bytes) => new Uint8Array(bytes).fill(5) });
  const signed = buildCheckpoints({ database, key, clock: buildFakeClock(), onFault: () => {} }).sign();
  const job: ExportJob = {
    database: join(data, 'pravesh.db'),
    folder: out,
    page: buildExportHost(makeTemporaryFolder()).page,
    site: settingsOfExports.site,
    createdAt: '2026-01-15T04:30:00.000Z',
    key: writeVerifierKey(key.verifier),
    origin: key.verifier.name,
    head: { size: signed?.size ?? 0, checkpoint: signed?.note ?? '' },
    after: 0,
    table: true,
    reveal: true,
    encryptTo,
  };
  const sign = async (text: string) => signNote(text, key.verifier, key.sign);
  const write = (files: ExportFiles, second: number) => {
    const createdAt = new Date(Date.parse(job.createdAt) + second * 1000).toISOString();
    return writeExport({ job: { ...job, createdAt }, database, files, advance: () => {}, sign }, () => {});
  };
  return { out, write };
}

const faults = { EIO: 'medium-gone', ENOSPC: 'medium-full', EROFS: 'medium-read-only', EACCES: 'not-allowed' };

it.each([
  ['a folder', []],
  ['an encrypted file', [recipient]],
])('%s: each call fails once', async (_what, encryptTo) => {
  const { out, write } = makeWorld(encryptTo);
  let failed = true;
  let calls = 0;
  for (; failed; calls += 1) {
    for (const [code, fault] of Object.entries(faults).slice(calls % 3, (calls % 3) + 1)) {
      const files = buildFaultyFiles((call) => {
        if (call === calls + 1) {
          throw systemError(code);
        }
      });
      const told = await write(files, calls).then(
        () => undefined,
        (error: unknown) => explain(error, out).fault,
      );
      failed = told !== undefined;
      expect([undefined, fault]).toContain(told);
      expect(
        readdirSync(out).filter((name) => name.endsWith('.part')),
        `call ${calls + 1}`,
      ).toEqual([]);
    }
  }
  expect(calls).toBeGreaterThan(10);
  const names = readdirSync(out);
  // The last one, and the one whose name was not yet durable when the medium failed.
  expect(names).toHaveLength(2);
  for (const name of encryptTo.length === 0 ? names : []) {
    const files = new Map(Object.entries(readExport(join(out, name))));
    expect(await verifyExport(readFiles(files), nodeTools)).toMatchObject({ ok: true });
  }
});

it('a medium that gives back other bytes than it was given is found out', async () => {
  const { out, write } = makeWorld([]);
  const files = buildFaultyFiles(() => {});
  const changing: ExportFiles = {
    ...files,
    *read(path) {
      for (const piece of files.read(path)) {
        const bytes = Uint8Array.from(piece);
        bytes[0] = (bytes[0] ?? 0) ^ (path.endsWith('entries.csv') ? 1 : 0);
        yield bytes;
      }
    },
  };
  await expect(write(changing, 0)).rejects.toMatchObject({ fault: 'medium-changed' });
  expect(readdirSync(out)).toEqual([]);
});
