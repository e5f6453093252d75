/** An export onto real media that are full, read-only, pulled out, or cut off by the end of the program (D2, D3). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeTools } from '../../main/cli/verify/node-tools.ts';
import { verifyExport } from '../../main/contract/public.ts';
import { buildExportHost, fillLog, readExport, runExportLog, visit } from '../support/export-rig.ts';
import { mountMedium, whyNoMedia } from '../support/mounted-medium.ts';
import { findRoot } from '../support/root.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { readFiles } from '../support/write-export.ts';

function makeLog(rows: number): string {
  const data = makeTemporaryFolder();
  fillLog(
    data,
    Array.from({ length: rows }, (_none, index) => visit(`Asha ${index}`)),
  );
  return data;
}

const isPart = (name: string) => name.endsWith('.part');

/** Exports that were found whole, by their paths; a finished one is not touched again. */
const foundWhole = new Set<string>();

/** Whether every export that stands under its own name is whole; answers how many there are. */
async function countWhole(folder: string): Promise<number> {
  const names = readdirSync(folder).filter((name) => name.startsWith('pravesh-') && !isPart(name));
  for (const name of names.filter((found) => !foundWhole.has(join(folder, found)))) {
    foundWhole.add(join(folder, name));
    const files = new Map(Object.entries(readExport(join(folder, name))));
    expect(await verifyExport(readFiles(files), nodeTools), name).toMatchObject({ ok: true });
  }
  return names.length;
}

/** Takes the room of a medium away; the export beside takes some of it meanwhile. */
function fillUp(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(join(folder, 'others.bin'), Buffer.alloc(bavail * bsize));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
}

const noMedia = whyNoMedia();

describe.skipIf(noMedia !== undefined)(`a medium${noMedia === undefined ? '' : ` (skipped: ${noMedia})`}`, () => {
  const host = () => buildExportHost(makeTemporaryFolder());

  it('that is too small is known before anything is written', async () => {
    const { folder } = mountMedium(256 * 1024);
    const running = runExportLog({ data: makeLog(2_000), out: folder, host: host() });
    await expect(running).rejects.toMatchObject({ fault: 'medium-full', message: expect.stringContaining(folder) });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that fills up in the middle leaves nothing of the export, and the one before as it was', async () => {
    const { folder } = mountMedium(5_000_000);
    const data = makeLog(2_000);
    const first = await runExportLog({ data, out: folder, host: host() });
    expect(first.ok).toBe(true);
    let filled = false;
    const fill = () => {
      if (!filled) {
        filled = true;
        fillUp(folder);
      }
    };
    const second = runExportLog({ data, out: folder, host: host(), onProgress: fill });
    await expect(second).rejects.toMatchObject({ fault: 'medium-full' });
    expect(readdirSync(folder).filter(isPart)).toEqual([]);
    expect(await countWhole(folder)).toBe(1);
  });

  it('that is read-only is named', async () => {
    const medium = mountMedium(5_000_000);
    medium.remount('ro');
    const running = runExportLog({ data: makeLog(10), out: medium.folder, host: host() });
    await expect(running).rejects.toMatchObject({ fault: 'medium-read-only' });
  });

  it('that is pulled out in the middle is never said to hold an export', async () => {
    const medium = mountMedium(20_000_000);
    const onProgress = () => medium.pull();
    const running = runExportLog({ data: makeLog(5_000), out: medium.folder, host: host(), onProgress });
    await expect(running).rejects.toMatchObject({ fault: 'medium-gone' });
    expect(readdirSync(medium.folder)).toEqual([]);
  });
});

/** Exports in a process that ends by SIGKILL at the n-th call; answers whether it did. */
async function exportAndDie(n: number, data: string, out: string, page: string): Promise<boolean> {
  const program = join(findRoot(), 'test', 'support', 'export-child.ts');
  const worker = join(findRoot(), 'test', 'support', 'export-worker-dying.ts');
  const env = { ...process.env, PRAVESH_TEST_DIES_AT: String(n) };
  const child = spawn(process.execPath, [program, data, out, page, worker], { stdio: 'ignore', env });
  await once(child, 'close');
  return child.signalCode === 'SIGKILL';
}

it('a program that is killed at any step leaves an export that is whole, or none; the next removes the rest', async () => {
  const data = makeLog(30);
  const out = makeTemporaryFolder();
  const { page } = buildExportHost(makeTemporaryFolder());
  let parts = 0;
  let died = true;
  for (let n = 4; died; n += 6) {
    const before = await countWhole(out);
    died = await exportAndDie(n, data, out, page);
    const after = await countWhole(out);
    expect([before, before + 1], `call ${n}`).toContain(after);
    const left = readdirSync(out).filter(isPart).length;
    expect(left, `call ${n}`).toBeLessThanOrEqual(1);
    parts += left;
  }
  expect(parts).toBeGreaterThan(4);
  expect(readdirSync(out).filter(isPart)).toEqual([]);
});
