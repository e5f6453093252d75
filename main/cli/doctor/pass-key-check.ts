/**
 * The doctor's look at the key of this terminal's passes: what the site's other terminals take under `passes.trust`.
 * Runs in Node, for the CLI.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HealthCheck } from '../../contract/public.ts';
import { openPassKey, type Settings } from '../../core/kiosk.ts';
import { buildFiles } from '../../platform/files.ts';
import { buildRandom } from '../../platform/random.ts';
import { buildSecrets } from '../../platform/secrets.ts';
import { codeOf, fail, pass } from './check.ts';

const name = 'pass key';

/** The public key as text; undefined where the venue gives out no passes. It makes no key. */
export function checkPassKey(settings: Settings, data: string): HealthCheck | undefined {
  if (settings.passes.purposes.length === 0) {
    return undefined;
  }
  const folder = join(data, 'keys');
  if (!existsSync(join(folder, 'pass.key'))) {
    return pass(name, 'none yet; the first start makes it');
  }
  try {
    return pass(name, openPassKey(settings.site, buildSecrets(folder, buildRandom(), buildFiles())).text);
  } catch (error) {
    const todo = 'Restore it from a backup; or take it away, restart, and give the new key to the other terminals.';
    return fail(name, `cannot be read (${codeOf(error)})`, todo);
  }
}
