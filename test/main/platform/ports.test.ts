/** The ports of Node together. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildPorts } from '../../../main/platform/ports.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

it('joins the ports over one data folder and makes files for the owner alone', async () => {
  const data = makeTemporaryFolder();
  const before = process.umask(0o022);
  const { ports, close } = buildPorts({ data });
  try {
    expect(ports.secrets.key('site', 32)).toHaveLength(32);
    expect(statSync(join(data, 'keys/site.key')).size).toBe(32);
    expect(ports.random.bytes(16)).toHaveLength(16);
    writeFileSync(join(data, 'file'), '');
    expect(statSync(join(data, 'file')).mode & 0o777).toBe(0o600);
    expect(ports.clock.monotonic()).toBeLessThanOrEqual(ports.clock.monotonic());
  } finally {
    process.umask(before);
    await close();
  }
});
