/** `pravesh doctor` as a whole: what it prints and answers. */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { doctorCommand } from '../../../main/cli/commands/doctor.ts';
import { exampleConfig } from '../../../main/core/kiosk.ts';
import { openHttpUpstream } from '../../support/raw-upstream.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { collectIo } from './collect-io.ts';
import { makeLogFolder } from './log-folder.ts';

async function run(...args: string[]) {
  const io = collectIo();
  return { code: await doctorCommand.run(args, io), out: io.outLines, err: io.errLines };
}

/** A data folder with a configuration whose upstream is a server of the test. */
async function makeConfiguredFolder(): Promise<string> {
  const server = await openHttpUpstream((_request, response) => response.writeHead(403).end());
  onTestFinished(() => server.close());
  const data = makeLogFolder();
  writeFileSync(join(data, 'pravesh.yml'), exampleConfig().replace('https://cdn-api.co-vin.in', server.url));
  return data;
}

function readJson(lines: readonly string[]): { ok: boolean; checks: { name: string; ok: boolean; todo?: string }[] } {
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
}

describe('the doctor', () => {
  it('looks at everything, and changes nothing', async () => {
    const data = await makeConfiguredFolder();
    const before = readdirSync(data).filter((name) => !/-(wal|shm)$/.test(name));
    const { out } = await run('--data', data, '--json');
    const { checks } = readJson(out);
    expect(checks.map(({ name }) => name)).toEqual([
      'configuration',
      'data folder',
      'database',
      'disk space',
      'clock',
      'upstream',
      'display',
      'browser',
      'electron',
    ]);
    for (const check of checks.slice(0, 3)) {
      expect(check).toMatchObject({ ok: true });
    }
    expect(readdirSync(data).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before);
  });

  it('prints a line each, with what to do under what is not well', async () => {
    const data = await makeConfiguredFolder();
    chmodSync(data, 0o755);
    const { code, out, err } = await run('--data', data);
    expect({ code, err }).toEqual({ code: 1, err: [] });
    expect(out.join('\n')).toContain(`database       ok: whole`);
    expect(out.join('\n')).toContain(
      `data folder    NOT WELL: others may look into ${data}\n               -> Close it to them: chmod 700 '${data}'`,
    );
  });

  it('says what is wrong with the configuration, and asks no upstream then', async () => {
    const data = makeTemporaryFolder();
    writeFileSync(join(data, 'pravesh.yml'), 'site: 1\n');
    const { code, out } = await run('--data', data, '--json');
    const { ok, checks } = readJson(out);
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    expect(checks[0]).toMatchObject({ ok: false, detail: expect.stringContaining('pravesh.yml:1:7: site: must be a') });
    expect(checks.find(({ name }) => name === 'upstream')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/^not/),
    });
  });

  it('finds a missing --config, and DEMO where there is none', async () => {
    const data = makeTemporaryFolder();
    const missing = readJson((await run('--data', data, '--config', '/none.yml', '--json')).out);
    expect(missing.checks[0]).toMatchObject({ ok: false, detail: '/none.yml:1:1: there is no such file' });
    const demo = readJson((await run('--data', data, '--json')).out);
    expect(demo.checks[0]).toMatchObject({ ok: true, detail: expect.stringContaining('DEMO') });
    expect(demo.checks.find(({ name }) => name === 'upstream')).toMatchObject({ ok: true });
  });

  it('says how the heartbeat is where there is one, and sends none', async () => {
    const data = await makeConfiguredFolder();
    const file = join(data, 'pravesh.yml');
    const heartbeat = 'health: {heartbeat: {url: "http://127.0.0.1:9/beat"}}\n';
    writeFileSync(file, readFileSync(file, 'utf8') + heartbeat);
    const { checks } = readJson((await run('--data', data, '--json')).out);
    expect(checks.find(({ name }) => name === 'heartbeat')).toEqual({
      name: 'heartbeat',
      ok: true,
      detail: 'none was taken yet',
    });
  });

  it('never shows the API key', async () => {
    const data = await makeConfiguredFolder();
    const key = 'k-3f9a1c77';
    writeFileSync(
      join(data, 'pravesh.yml'),
      exampleConfig().replace('write-the-key-here', key).replace('id: hq', 'id: HQ'),
    );
    expect((await run('--data', data)).out.join('\n')).not.toContain(key);
  });
});
