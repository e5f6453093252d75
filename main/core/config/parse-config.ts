/**
 * From the text of `pravesh.yml` to settings, or to everything that is wrong with it.
 * Part of the core: pure but for the two readings that the caller lends.
 */
import type * as z from 'zod';
import { buildConfigSchema, buildSettings } from './build-settings.ts';
import { explainIssue } from './explain-issue.ts';
import { type ConfigProblem, formatKeyPath } from './problem.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import type { ConfigSources } from './schema-parts.ts';
import type { Settings } from './settings.ts';

/** Where a configuration comes from and what it may read. */
export interface ConfigOrigin extends ConfigSources {
  /** The file as it is to be named in problems. */
  readonly file: string;
}

/** Settings, or all problems in the order of the file. */
export type ParsedConfig =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Reads a configuration (design.md, "Configuration and data"). Never throws for anything in the text. */
export function parseConfig(text: string, origin: ConfigOrigin): ParsedConfig {
  const { file } = origin;
  const yaml = readYaml(text);
  if (!yaml.ok) {
    return { ok: false, problems: yaml.problems.map((problem) => ({ file, ...problem })) };
  }
  if (yaml.file.value === null || yaml.file.value === undefined) {
    const reason = 'the file is empty; `pravesh config example` prints one to start from';
    return { ok: false, problems: [{ file, key: '', line: 1, column: 1, reason }] };
  }
  const parsed = buildConfigSchema(origin).safeParse(yaml.file.value, { error: explainIssue });
  if (parsed.success) {
    return { ok: true, settings: buildSettings(parsed.data) };
  }
  const problems = parsed.error.issues.flatMap((issue) => toProblems(issue, file, yaml.file));
  return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function toProblems(issue: z.core.$ZodIssue, file: string, yaml: YamlFile): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const reasons = issue.message.split('\n');
    return issue.keys.map((key, index) => {
      const path = [...issue.path, key];
      return { file, key: formatKeyPath(path), ...yaml.locate(path, true), reason: reasons[index] ?? 'is not a key' };
    });
  }
  return [{ file, key: formatKeyPath(issue.path), ...yaml.locate(issue.path), reason: issue.message }];
}
