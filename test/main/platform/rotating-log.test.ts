/** Log files that cannot grow, whole after a kill, and no reason to stop whatever the disk does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { buildLogger } from '../../../main/platform/logger.ts';
import { namesOf, openRotatingLog } from '../../../main/platform/rotating-log.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const small = { name: 'pravesh', mostBytes: 100, mostFiles: 3 } as const;

/** What is kept, the oldest line first. */
function readAll(folder: string): string {
  const names = namesOf('pravesh', small.mostFiles).filter((name) => readdirSync(folder).includes(name));
  return names
    .reverse()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

test('keeps the newest lines in files of a bounded size and number, over restarts, for the owner alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ length: fc.integer({ min: 1, max: 140 }), restarts: fc.boolean() }), { maxLength: 40 }),
      (steps) => {
        const folder = join(makeTemporaryFolder(), 'logs');
        const lines = steps.map(({ length }, index) => `${String.fromCharCode(97 + (index % 26)).repeat(length)}\n`);
        let log = openRotatingLog({ folder, ...small });
        for (const [index, { restarts }] of steps.entries()) {
          if (restarts) {
            log.close();
            log = openRotatingLog({ folder, ...small });
          }
          log.write(lines[index] ?? '');
        }
        log.close();
        const kept = lines.filter((line) => line.length < small.mostBytes);
        const names = kept.length === 0 ? [] : readdirSync(folder);
        expect(names.length).toBeLessThanOrEqual(small.mostFiles);
        for (const name of names) {
          const { size, mode } = statSync(join(folder, name));
          expect(size).toBeLessThanOrEqual(small.mostBytes);
          expect(mode & 0o777).toBe(0o600);
        }
        const left = kept.length === 0 ? '' : readAll(folder);
        expect(kept.join('').endsWith(left)).toBe(true);
        expect(left.length > 0).toBe(kept.length > 0);
      },
    ),
    { numRuns: 40 },
  );
});

test('a line that was cut off spoils no other', () => {
  const folder = makeTemporaryFolder();
  appendFileSync(join(folder, 'pravesh.log'), '{"event":"cut o');
  const log = openRotatingLog({ folder, ...small });
  log.write('{"event":"next"}\n');
  log.close();
  expect(readAll(folder)).toBe('{"event":"cut o\n{"event":"next"}\n');
});

test('a name that is taken away, a folder that is a file, a full disk: lines are lost, and nothing else', () => {
  const folder = join(makeTemporaryFolder(), 'logs');
  writeFileSync(folder, '');
  const log = openRotatingLog({ folder, ...small });
  onTestFinished(log.close);
  log.write('lost\n');
  rmSync(folder);
  log.write('one\n');
  expect(readAll(folder)).toBe('one\n');
  log.close();
  // A device that is always full.
  rmSync(join(folder, 'pravesh.log'));
  symlinkSync('/dev/full', join(folder, 'pravesh.log'));
  log.write('lost as well\n');
  rmSync(join(folder, 'pravesh.log'));
  log.write('two\n');
  expect(readAll(folder)).toBe('two\n');
  // The next file cannot be made: rather none than one without an end.
  const inTheWay = join(folder, 'pravesh.2.log');
  mkdirSync(inTheWay);
  const long = `${'x'.repeat(97)}\n`;
  log.write(long);
  expect(readFileSync(join(folder, 'pravesh.log'), 'utf8')).toBe('two\n');
  rmSync(inTheWay, { recursive: true });
  log.write(long);
  expect(readAll(folder)).toBe(`two\n${long}`);
});

test('a kill loses no line that was written', async () => {
  const folder = makeTemporaryFolder();
  const source = new URL('../../../main/platform/rotating-log.ts', import.meta.url).href;
  const script = `import { openRotatingLog } from ${JSON.stringify(source)};
    const log = openRotatingLog({ folder: ${JSON.stringify(folder)}, name: 'pravesh' });
    log.write('before\\n');
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  expect(readAll(folder)).toBe('before\n');
});

test('takes what the logger writes, a line of JSON an event', () => {
  const folder = makeTemporaryFolder();
  const log = openRotatingLog({ folder, name: 'pravesh' });
  buildLogger('info', log).info('upstream call', { call: 'generateOtp', ms: 12 });
  log.close();
  expect(JSON.parse(readAll(folder))).toMatchObject({ event: 'upstream call', ms: 12 });
});
