/**
 * One installer and builder at a time, also when two commands are started at once. Runs in the Node of the machine.
 * The lock is a folder with a file that names its owner. Both appear in one rename, which fails where the folder is.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure, say } from './failure.mjs';
import { isAlive } from './starter.mjs';

const beatMs = 1000;
const deadAfterMs = 60_000;
/** How renaming onto a folder that has something in it fails, by system. */
const lockIsHeld = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']);

/**
 * Runs `work` while holding the lock.
 * @template T
 * @param {string} lock the path of the folder that is the lock
 * @param {(noteChild: (pid: number) => void) => Promise<T>} work notes each child that does a part of it: when we are
 *   killed and it lives on, the lock is held until it ends
 * @returns {Promise<T>}
 */
export async function withLock(lock, work) {
  const token = `${process.pid}-${Date.now().toString(36)}`;
  let waiting = false;
  while (!tryLock(lock, token)) {
    if (!takeAwayIfDead(lock)) {
      if (!waiting) {
        say('Waiting for another Pravesh command that is installing or building ...');
        waiting = true;
      }
      await pause(200);
    }
  }
  const beat = setInterval(() => touch(join(lock, 'owner.json')), beatMs);
  beat.unref();
  try {
    return await work((child) => writeOwner(lock, { token, child }));
  } finally {
    clearInterval(beat);
    release(lock);
  }
}

function tryLock(lock, token) {
  const draft = `${lock}-${token}`;
  try {
    mkdirSync(draft, { recursive: true });
    writeOwner(draft, { token });
  } catch (error) {
    throw new Failure(`the folder ${dirname(lock)} cannot be written`, {
      why: error.message,
      todo: 'make it writable for this account, or run the command as the account that owns it.',
    });
  }
  try {
    renameSync(draft, lock);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!lockIsHeld.has(error.code)) {
      throw error;
    }
    return false;
  }
}

function writeOwner(folder, { token, child }) {
  const owner = { pid: process.pid, child, host: hostname(), token };
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(owner));
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody cleared dist away meanwhile; the work goes on.
  }
}

/**
 * Moves the lock of a dead owner aside. The new name is made of the owner that was seen dead: when two processes see
 * the same one, the second rename meets the folder of the first and fails, so nobody moves a fresh lock away.
 */
function takeAwayIfDead(lock) {
  try {
    const file = join(lock, 'owner.json');
    const owner = JSON.parse(readFileSync(file, 'utf8'));
    const workers = [owner.pid, owner.child].filter((pid) => pid !== undefined);
    const gone = owner.host === hostname() && !workers.some(isAlive);
    if (!gone && Date.now() - statSync(file).mtimeMs < deadAfterMs) {
      return false;
    }
    renameSync(lock, `${lock}-dead-${owner.token}`);
    return true;
  } catch {
    // Released meanwhile, or taken away by somebody else: the next attempt will see.
    return false;
  }
}

function release(lock) {
  const folder = dirname(lock);
  rmSync(lock, { recursive: true, force: true });
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (join(folder, name).startsWith(`${lock}-dead-`)) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}
