/** The CLI as a process of its own: its streams, exit codes and signals. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const entry = new URL('../../../main/cli/pravesh.ts', import.meta.url).pathname;

async function runPravesh(args: readonly string[], during?: (child: ReturnType<typeof spawnPravesh>) => void) {
  const child = spawnPravesh(args);
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.on('data', (chunk) => out.push(String(chunk)));
  child.stderr.on('data', (chunk) => err.push(String(chunk)));
  during?.(child);
  const [code, signal] = await once(child, 'close');
  return { code, signal, out: out.join(''), err: err.join('') };
}

function spawnPravesh(args: readonly string[]) {
  return spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

describe('the process', () => {
  it('writes data to stdout, messages to stderr, and exits with the code of the command', async () => {
    const file = join(makeTemporaryFolder(), 'pravesh.yml');
    const example = await runPravesh(['config', 'example']);
    expect(example).toMatchObject({ code: 0, err: '' });
    writeFileSync(file, example.out);
    expect(await runPravesh(['config', 'check', file])).toMatchObject({ code: 0, out: 'ok\n', err: '' });
    writeFileSync(file, 'site: 1');
    expect(await runPravesh(['config', 'check', file])).toMatchObject({ code: 1, out: '' });
    expect(await runPravesh(['config', 'check', `${file}.none`])).toMatchObject({ code: 2, out: '' });
  });

  it('bears a reader who leaves', async () => {
    const left = await runPravesh(['config', 'example'], (child) => child.stdout.destroy());
    expect(left).toMatchObject({ code: 0, signal: null, err: '' });
  });

  it('shows no stack for what a user can mend', async () => {
    const { code, err } = await runPravesh(['config', 'check', makeTemporaryFolder()]);
    expect(code).toBe(2);
    expect(err).toContain('cannot be read (EISDIR)');
    expect(err).not.toMatch(/^\s+at /m);
  });
});
