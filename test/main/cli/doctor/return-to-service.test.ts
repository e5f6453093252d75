/** A person says that the terminal is in order again. */
import { describe, expect, it } from 'vitest';
import { doctorCommand } from '../../../../main/cli/commands/doctor.ts';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { buildOutOfOrder } from '../../../../main/core/health/out-of-order.ts';
import { openLogReader } from '../../../../main/core/kiosk.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { collectIo } from '../collect-io.ts';
import { drafts, makeLogFolder } from '../log-folder.ts';

async function run(data: string) {
  const io = collectIo();
  const code = await doctorCommand.run(['--return-to-service', '--data', data], io);
  return { code, out: io.outLines, err: io.errLines };
}

describe('doctor --return-to-service', () => {
  it('ends out of order, once, and leaves a row', async () => {
    const data = makeLogFolder();
    const folder = openDataFolder(data, buildFiles());
    buildOutOfOrder(folder.database, buildSettings().upstream, buildFakeClock()).set('upstream-forbidden');
    folder.close();

    expect(await run(data)).toEqual({ code: 0, out: ['in service again'], err: [] });
    expect(await run(data)).toEqual({ code: 0, out: ['it was not out of order'], err: [] });

    const reader = openLogReader({ data });
    const rows = reader.list({ limit: 100 });
    reader.close();
    expect(rows).toHaveLength(drafts.length + 1);
    expect(rows.at(-1)).toMatchObject({ outcome: 'act', channel: 'operator', reason: 'return-to-service' });
  });

  it('cannot be done while a kiosk runs, nor where none ever ran', async () => {
    const data = makeLogFolder();
    const running = openDataFolder(data, buildFiles());
    expect(await run(data)).toMatchObject({
      code: 2,
      out: [],
      err: [expect.stringContaining('Another Pravesh is using')],
    });
    running.close();
    expect(await run(makeTemporaryFolder())).toMatchObject({ code: 2, err: [expect.stringContaining('no entry log')] });
  });
});
