/**
 * Unpacks the Chromium that the npm package `@sparticuz/chromium` carries, once for each version, beside the packages.
 * For tests only.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What Playwright is told to start it with. */
export interface UnpackedChromium {
  readonly executablePath: string;
  readonly env: Record<string, string | undefined>;
}

const packageName = '@sparticuz/chromium';

/** The package unpacks into the folder for temporary files, and libraries of its own only where it believes to be on Lambda. */
const unpackEnv = (folder: string) => ({ ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
const unpackScript = `(await import('${packageName}')).default.executablePath()`;

/**
 * Unpacks it, unless that has been done. It brings the libraries that a bare machine lacks, and sees no font but its
 * own and those of the page: what renders here renders everywhere. Undefined on a machine that it is not built for.
 */
export async function unpackChromium(): Promise<UnpackedChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return undefined;
  }
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  const { version }: { version: unknown } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const cache = join(packageFolder, '..', '..', '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    await unpackInto(folder, packageFolder);
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Whole or not at all: another process may unpack at the same moment, and the slower one throws its own away. */
async function unpackInto(folder: string, packageFolder: string): Promise<void> {
  const making = mkdtempSync(`${folder}.`);
  const script = ['--input-type=module', '--eval', unpackScript];
  await promisify(execFile)(process.execPath, script, { cwd: packageFolder, env: unpackEnv(making) });
  writeFileSync(join(making, 'fonts.conf'), fontsConf(folder));
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) {
      throw error;
    }
  }
}

function fontsConf(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${join(folder, 'fonts')}</dir>`,
    `<cachedir>${join(folder, 'font-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}
