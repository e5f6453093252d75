/** Keys of the terminal: made once, durable, for the owner alone, whoever else asks at the same time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildFiles } from '../../../main/platform/files.ts';
import { buildRandom } from '../../../main/platform/random.ts';
import { buildSecrets } from '../../../main/platform/secrets.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

let data: string;
beforeEach(() => {
  data = makeTemporaryFolder();
});

function openSecrets() {
  return buildSecrets(join(data, 'keys'), buildRandom(), buildFiles());
}

describe('a key', () => {
  it('is made at first and stays', () => {
    const key = openSecrets().key('site', 32);
    expect(key).toHaveLength(32);
    expect(new Set(key).size).toBeGreaterThan(8);
    expect(openSecrets().key('site', 32)).toEqual(key);
    expect(openSecrets().key('other', 32)).not.toEqual(key);
  });

  it('is for its owner alone, and leaves nothing beside it', () => {
    openSecrets().key('site', 32);
    expect(statSync(join(data, 'keys')).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, 'keys/site.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(data, 'keys'))).toEqual(['site.key']);
  });

  it('that lost bytes is not replaced: old rows would match no more', () => {
    openSecrets().key('site', 32);
    writeFileSync(join(data, 'keys/site.key'), 'short');
    expect(() => openSecrets().key('site', 32)).toThrow(/site\.key is damaged/);
    expect(readFileSync(join(data, 'keys/site.key'), 'utf8')).toBe('short');
  });

  it.each(['../site', 'Site', '', 'a/b', 'a'.repeat(33)])('refuses the name %j', (name) => {
    expect(() => openSecrets().key(name, 32)).toThrow(TypeError);
  });

  it('that another process makes while this one draws its own is the one that both use', () => {
    const theirs = new Uint8Array(32).fill(7);
    const random = buildRandom();
    const slow = buildSecrets(
      join(data, 'keys'),
      {
        bytes(count) {
          writeFileSync(join(data, 'keys/site.key'), theirs, { mode: 0o600 });
          return random.bytes(count);
        },
      },
      buildFiles(),
    );
    expect(slow.key('site', 32)).toEqual(theirs);
    expect(readdirSync(join(data, 'keys'))).toEqual(['site.key']);
  });

  it('is one and the same for processes that start together', async () => {
    const at = (name: string) => new URL(`../../../main/platform/${name}.ts`, import.meta.url).href;
    const script = `
      const { buildSecrets } = await import('${at('secrets')}');
      const { buildFiles } = await import('${at('files')}');
      const { buildRandom } = await import('${at('random')}');
      const secrets = buildSecrets(process.argv[1], buildRandom(), buildFiles());
      console.log(Buffer.from(secrets.key('site', 32)).toString('hex'));`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script, join(data, 'keys')], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const text: string[] = [];
        child.stdout.on('data', (chunk) => text.push(String(chunk)));
        const [code] = await once(child, 'close');
        expect(code).toBe(0);
        return text.join('').trim();
      }),
    );
    expect(answers[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(answers)).toHaveLength(1);
  });
});
