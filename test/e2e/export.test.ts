/** `pravesh export` of the built program, beside a kiosk that runs and after it, and `pravesh verify` of what came. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runProgram, startProgram } from '../support/program.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

it('goes on beside a kiosk, and after it by itself; each continues the one before', async () => {
  const data = join(makeTemporaryFolder(), 'data');
  const out = makeTemporaryFolder();
  const kiosk = await startProgram(['run', '--host', 'server', '--no-restart', '--port', '0', '--data', data]);
  onTestFinished(() => kiosk.kill());
  const exportNow = () => runProgram(['export', '--data', data, '--out', out, '--json']);
  // Before the exports stands that a demonstration began to count who is inside.
  const beside = await exportNow();
  expect({ code: beside.code, ...JSON.parse(beside.stdout) }).toMatchObject({ code: 0, first: 1, last: 2, size: 2 });
  expect(await kiosk.stop()).toBe(0);
  const after = await exportNow();
  expect({ code: after.code, ...JSON.parse(after.stdout) }).toMatchObject({ code: 0, first: 1, last: 3, size: 3 });
  const paths = readdirSync(out).map((name) => join(out, name));
  expect(paths).toHaveLength(2);
  expect(await runProgram(['verify', ...paths, '--json'])).toMatchObject({ code: 0 });
});
