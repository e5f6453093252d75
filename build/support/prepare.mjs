/**
 * Brings packages and build up to date; does nothing, quickly, when they are. Runs in the Node of the machine.
 */
import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { place } from './places.mjs';

/**
 * Installs and builds what is missing or out of date. Safe to run twice at once and to interrupt at any moment.
 * @param {{force?: boolean}} options `force` builds although nothing has changed
 */
export async function prepare({ force = false } = {}) {
  if (!force && isInstalled() && isBuilt()) {
    return;
  }
  await withLock(place('dist', '.lock'), async (noteChild) => {
    if (!isInstalled()) {
      await install(noteChild);
    }
    if (force || !isBuilt()) {
      await build(noteChild);
    }
  });
}
