/** `pravesh config`: what it prints and answers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configCommand } from '../../../main/cli/commands/config.ts';
import { exampleConfig } from '../../../main/core/kiosk.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { collectIo } from './collect-io.ts';

async function run(...args: string[]) {
  const io = collectIo();
  return { code: await configCommand.run(args, io), out: io.outLines, err: io.errLines };
}

function writeConfig(text: string): string {
  const file = join(makeTemporaryFolder(), 'pravesh.yml');
  writeFileSync(file, text);
  return file;
}

describe('config example', () => {
  it('prints a configuration that check accepts', async () => {
    const { code, out } = await run('example');
    expect(code).toBe(0);
    expect(`${out.join('\n')}\n`).toBe(exampleConfig());
    const file = writeConfig(out.join('\n'));
    expect(await run('check', file)).toEqual({ code: 0, out: ['ok'], err: [] });
    expect(await run('check', file, '--json')).toEqual({
      code: 0,
      out: [JSON.stringify({ ok: true, file, problems: [] })],
      err: [],
    });
  });
});

describe('config check', () => {
  const broken = exampleConfig().replace('id: hq', 'id: HQ').replace('admit: [2]', 'admit: [3]');

  it('lists every problem by file, line, column and key', async () => {
    const file = writeConfig(broken);
    expect(await run('check', file)).toEqual({
      code: 1,
      out: [],
      err: [
        `${file}:5:7: site.id: takes 1 to 32 of a-z, 0-9 and -`,
        `${file}:28:15: policy.purposes.visitor.admit[0]: must be 0 or 1 or 2`,
      ],
    });
  });

  it('answers one JSON value with --json', async () => {
    const file = writeConfig(broken);
    const { code, out, err } = await run('check', '--json', file);
    expect({ code, err, lines: out.length }).toEqual({ code: 1, err: [], lines: 1 });
    expect(JSON.parse(out[0] ?? '')).toEqual({
      ok: false,
      file,
      problems: [
        { key: 'site.id', line: 5, column: 7, reason: 'takes 1 to 32 of a-z, 0-9 and -' },
        { key: 'policy.purposes.visitor.admit[0]', line: 28, column: 15, reason: 'must be 0 or 1 or 2' },
      ],
    });
  });

  it('reads the files that the configuration names, from its folder', async () => {
    const file = writeConfig(exampleConfig().replace(/apiKey: "[^"]*"/, 'apiKey: {file: secrets/key.txt}'));
    expect((await run('check', file)).err.join()).toMatch(/upstream\.apiKey: there is no such file/);
    mkdirSync(join(file, '../secrets'));
    writeFileSync(join(file, '../secrets/key.txt'), 'k-1234\n');
    expect(await run('check', file)).toMatchObject({ code: 0 });
  });

  it.each([
    [['check'], 'check takes the FILE to check'],
    [[], 'check|example|gate-secret|heartbeat-secret is missing'],
    [['chek', 'x'], 'takes `check FILE`, `example`, `gate-secret` or `heartbeat-secret`'],
    [['check', '/no/such/file.yml'], 'there is no file /no/such/file.yml'],
    [['check', '/'], '/ cannot be read (EISDIR); look at its permissions'],
  ])('answers %j with words and 2', async (args, words) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toBe(`pravesh config: ${words}`);
  });
});

describe.each(['gate-secret', 'heartbeat-secret'])('config %s', (word) => {
  it('prints the one secret of this terminal, for the verifying libraries of Standard Webhooks', async () => {
    const data = join(makeTemporaryFolder(), 'data');
    const { code, out, err } = await run(word, '--data', data);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toEqual([expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/)]);
    expect(await run(word, '--data', data)).toEqual({ code: 0, out, err: [] });
  });
});
