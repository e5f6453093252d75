/**
 * What a check of the doctor answers.
 * Runs in Node, for the CLI.
 */
import type { HealthCheck } from '../../contract/public.ts';

/** It is well: what was seen. */
export function pass(name: string, detail: string): HealthCheck {
  return { name, ok: true, detail };
}

/** It is not well: what was seen, and what to do. */
export function fail(name: string, detail: string, todo: string): HealthCheck {
  return { name, ok: false, detail, todo };
}

/** The code of an error of the system or of SQLite, as EACCES or SQLITE_CORRUPT. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
