/** Parses a configuration as tests need it: files and variables from a record, problems as one line each. For tests only. */
import { parseConfig } from '../../../../main/core/config/parse-config.ts';
import { describeProblem } from '../../../../main/core/config/problem.ts';
import type { Settings } from '../../../../main/core/config/settings.ts';

/** The least that is a configuration. */
export const smallest = `site: {id: hq, name: Head Office, terminal: gate-1}
upstream: {baseUrl: "https://upstream.example/api", apiKey: key-of-the-test}
policy: {purposes: {visitor: {admit: [2], refer: [1]}}}
`;

/** What a configuration may read: paths as they resolve, with their texts. */
export interface Surroundings {
  readonly files?: Readonly<Record<string, string>>;
  readonly images?: Readonly<Record<string, Uint8Array>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

function found<T>(files: Readonly<Record<string, T>>, path: string): T {
  const file = files[path];
  if (file === undefined) {
    throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' });
  }
  return file;
}

/** Parses as if the text stood in `/etc/pravesh/pravesh.yml`. */
export function parse(text: string, { files = {}, images = {}, env = {} }: Surroundings = {}) {
  return parseConfig(text, {
    file: 'pravesh.yml',
    folder: '/etc/pravesh',
    env,
    readFile: (path) => found(files, path),
    readBytes: (path) => found(images, path),
  });
}

/** The settings of a text that is right; throws with the problems of one that is not. */
export function settingsOf(text: string, surroundings?: Surroundings): Settings {
  const parsed = parse(text, surroundings);
  if (!parsed.ok) {
    throw new Error(parsed.problems.map(describeProblem).join('\n'));
  }
  return parsed.settings;
}

/** The problems of a text, `line:column key: reason` each; none when it is right. */
export function problemsOf(text: string, surroundings?: Surroundings): string[] {
  const parsed = parse(text, surroundings);
  return parsed.ok ? [] : parsed.problems.map(({ key, line, column, reason }) => `${line}:${column} ${key}: ${reason}`);
}
