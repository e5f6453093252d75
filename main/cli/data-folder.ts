/**
 * Which data folder a command reads, without starting anything in it.
 * Runs in Node, for the CLI.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WantedSettings } from '../core/kiosk.ts';
import { loadSettings } from './settings.ts';

/** The data folder of `--data`, else of the configuration, else of DEMO. Throws a CommandError as `loadSettings`. */
export function findDataFolder(wanted: WantedSettings): string {
  return wanted.data === undefined ? loadSettings(wanted).data : resolve(wanted.data);
}

/** Whether a data folder has an entry log. */
export function hasEntryLog(data: string): boolean {
  return existsSync(join(data, 'pravesh.db'));
}
