/**
 * Loads the settings for a command from where this machine keeps them.
 * Runs in Node, for the CLI.
 */
import { readFileSync } from 'node:fs';
import {
  type LoadedSettings,
  loadSettings as loadFrom,
  SettingsError,
  type SettingsPlace,
  type WantedSettings,
} from '../core/kiosk.ts';
import { appFolder } from '../platform/app-folders.ts';
import { readTextFile } from '../platform/files.ts';
import { CommandError } from './command.ts';

/**
 * Loads the settings that `--config` and `--data` name, or those of the default data folder, or DEMO.
 * Throws a {@link CommandError} that lists everything that is wrong with the configuration.
 */
export function loadSettings(wanted: WantedSettings): LoadedSettings {
  try {
    return loadFrom(wanted, thisMachine());
  } catch (error) {
    if (error instanceof SettingsError) {
      const [first = 'the configuration is wrong', ...others] = error.lines;
      throw new CommandError(first, ...others);
    }
    throw error;
  }
}

/** The folders, files and environment that settings are loaded from. */
export function thisMachine(): SettingsPlace {
  return {
    workingFolder: process.cwd(),
    folders: { kiosk: appFolder('pravesh'), demo: appFolder('pravesh-demo') },
    readText: readTextFile,
    readBytes: (path) => readFileSync(path),
    env: process.env,
  };
}
