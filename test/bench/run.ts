/**
 * `npm run bench` enters here: bundles the measurements and runs them in a process of their own, so that the bundler
 * takes no part in what is measured.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;

async function run(): Promise<number> {
  await build({ configFile: join(here, 'vite.config.ts'), configLoader: 'native', logLevel: 'warn' });
  const bundle = join(here, '..', '..', 'dist', 'bench', 'bench.js');
  const child = spawn(process.execPath, ['--enable-source-maps', bundle, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  const [code]: unknown[] = await once(child, 'exit');
  return typeof code === 'number' ? code : 2;
}

process.exitCode = await run();
