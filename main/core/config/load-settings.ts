/**
 * Finds the configuration and the data folder: what was asked for, else what lies in the data folder, else DEMO.
 * Part of the core; every host begins here.
 */
import { dirname, join, resolve } from 'node:path';
import { demoSettings } from './demo.ts';
import { parseConfig } from './parse-config.ts';
import { type ConfigProblem, describeProblem } from './problem.ts';
import type { Settings } from './settings.ts';

/** What the user asked for: `--config FILE` and `--data DIR`. */
export interface WantedSettings {
  readonly config?: string | undefined;
  readonly data?: string | undefined;
}

/** What loading needs of the host. */
export interface SettingsPlace {
  /** The folder that relative paths of the user start at. */
  readonly workingFolder: string;
  /** The default data folder of a kiosk, and of a demonstration. */
  readonly folders: { readonly kiosk: string; readonly demo: string };
  /** The text of a file (UTF-8), or undefined where there is none. Throws when it cannot be read. */
  readText(path: string): string | undefined;
  /** The bytes of a file. Throws when it cannot be read. */
  readBytes(path: string): Uint8Array;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Settings with their data folder. The upstream of a demonstration is known only when its sandbox serves. */
export type LoadedSettings =
  | { readonly demo: false; readonly data: string; readonly configFile: string; readonly settings: Settings }
  | { readonly demo: true; readonly data: string; buildSettings(upstreamBaseUrl: string): Settings };

/** There is a configuration, and it is wrong or cannot be read. Nothing starts. */
export class SettingsError extends Error {
  /** To be printed one by one. */
  readonly lines: readonly string[];
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(describeProblem);
    super(lines.join('\n'));
    this.name = 'SettingsError';
    this.lines = lines;
    this.problems = problems;
  }
}

/** Loads the settings. Throws a {@link SettingsError}; a configuration that was asked for and is missing is one. */
export function loadSettings(wanted: WantedSettings, place: SettingsPlace): LoadedSettings {
  const data = wanted.data === undefined ? undefined : resolve(place.workingFolder, wanted.data);
  if (wanted.config !== undefined) {
    const configFile = resolve(place.workingFolder, wanted.config);
    const settings = readSettings(configFile, wanted.config, place) ?? failMissing(wanted.config);
    return { demo: false, settings, data: data ?? place.folders.kiosk, configFile };
  }
  const configFile = join(data ?? place.folders.kiosk, 'pravesh.yml');
  const settings = readSettings(configFile, configFile, place);
  return settings === undefined
    ? { demo: true, data: data ?? place.folders.demo, buildSettings: demoSettings }
    : { demo: false, settings, data: data ?? place.folders.kiosk, configFile };
}

function readSettings(path: string, file: string, place: SettingsPlace): Settings | undefined {
  const text = readOrFail(path, file, place);
  if (text === undefined) {
    return undefined;
  }
  const parsed = parseConfig(text, {
    file,
    folder: dirname(path),
    readFile: buildReader(place),
    readBytes: place.readBytes,
    env: place.env,
  });
  if (!parsed.ok) {
    throw new SettingsError(parsed.problems);
  }
  return parsed.settings;
}

function readOrFail(path: string, file: string, place: SettingsPlace): string | undefined {
  try {
    return place.readText(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new SettingsError([{ file, key: '', line: 1, column: 1, reason: `the file cannot be read${code}` }]);
  }
}

function failMissing(file: string): never {
  throw new SettingsError([{ file, key: '', line: 1, column: 1, reason: 'there is no such file' }]);
}

/** A file that the configuration names must be there. */
function buildReader(place: SettingsPlace): (path: string) => string {
  return (path) => {
    const text = place.readText(path);
    if (text === undefined) {
      throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    }
    return text;
  };
}
