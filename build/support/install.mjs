/**
 * The packages: installs them with `npm ci` when they are missing or belong to another lock file.
 * Runs in the Node of the machine.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runQuietly } from './children.mjs';
import { Failure, say } from './failure.mjs';
import { readJson } from './json.mjs';
import { bundledNode, place, programNode, root } from './places.mjs';

const stampFile = place('node_modules', '.pravesh-install.json');
const npmListFile = place('node_modules', '.package-lock.json');

/** Whether the packages are those of the lock file, all of them. */
export function isInstalled() {
  const stamp = readJson(stampFile);
  if (stamp !== undefined) {
    return stamp.key === installKey() && existsSync(bundledNode());
  }
  return isInstalledByHand();
}

/**
 * Installs the packages. A half-done install leaves no stamp behind, so the next command does it anew.
 * @param {(pid: number) => void} noteChild gets the process number of npm
 */
export async function install(noteChild) {
  say('Installing (once, about a minute) ...');
  rmSync(stampFile, { force: true });
  rmSync(npmListFile, { force: true });
  const { code, output } = await runNpm(noteChild);
  if (code !== 0) {
    throw describeFailure(output);
  }
  programNode();
  writeFileSync(stampFile, `${JSON.stringify({ key: installKey() })}\n`);
}

/** What the installed packages depend on: the lock file and the machine whose binaries they hold. */
function installKey() {
  const lock = createHash('sha256')
    .update(readFileSync(place('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}`;
}

/**
 * Somebody ran `npm ci` or `npm install` himself. npm writes its own list of what it installed at the very end:
 * it is accepted when every package of the lock file stands in it with the same version, optional ones aside.
 */
function isInstalledByHand() {
  const wanted = readJson(place('package-lock.json'))?.packages ?? {};
  const installed = readJson(npmListFile)?.packages;
  if (installed === undefined || !existsSync(bundledNode())) {
    return false;
  }
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || (installed[path]?.version ?? (optional || devOptional ? version : undefined)) === version,
  );
}

/** The npm that started us, if it did; else the one on the PATH. Development packages are needed to build. */
async function runNpm(noteChild) {
  const args = ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  try {
    if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli) && existsSync(cli)) {
      return await runQuietly(process.execPath, [cli, ...args], { cwd: root }, noteChild);
    }
    const windows = process.platform === 'win32';
    return await runQuietly(windows ? 'npm.cmd' : 'npm', args, { cwd: root, shell: windows }, noteChild);
  } catch (error) {
    if (error.code !== 'ENOENT') {
      throw error;
    }
    throw new Failure('npm was not found', {
      why: 'the packages are not installed yet, and there is no program "npm" on the PATH.',
      todo: 'install npm, which comes with Node.js from https://nodejs.org, and run the same command again.',
    });
  }
}

function describeFailure(output) {
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(
    output,
  );
  return new Failure('npm could not install the packages', {
    why: `${offline ? 'npm could not reach its registry' : 'npm failed'}. It said:\n  ${shorten(output).join('\n  ')}`,
    todo: offline
      ? 'check the network connection (behind a proxy: npm config set https-proxy URL) and run the same command again.'
      : 'mend what npm complains about and run the same command again.',
  });
}

/** The first lines name the trouble, the last ones the log; what npm says between them helps nobody. */
function shorten(output) {
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => line.replace('npm error', '').trim() !== '');
  return lines.length <= 16 ? lines : [...lines.slice(0, 12), '...', ...lines.slice(-3)];
}
