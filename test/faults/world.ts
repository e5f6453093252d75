/** The surroundings of a kiosk that is killed: a sandbox that lives on, many people, and one configuration. For tests only. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { crashRecordOf } from '../../main/platform/crash-record.ts';
import type { Person } from '../../main/sandbox/sandbox.ts';
import { type Program, startProgram } from '../support/program.ts';

export interface World {
  readonly sandboxUrl: string;
  /** The path of the configuration. */
  readonly config: string;
  /** The next person who has not been here; each has a number of their own, so that no limit of a number is met. */
  readonly next: () => Person;
}

const personsInAll = 12_000;

/** Starts the sandbox and writes the configuration of a kiosk that asks it. */
export async function buildWorld(folder: string): Promise<World> {
  const people = Array.from({ length: personsInAll }, (_, index) => personOf(index));
  const file = join(folder, 'people.yml');
  // JSON is YAML as well, and quickly written.
  writeFileSync(file, JSON.stringify(people));
  const sandbox = await startProgram(['sandbox', '--port', '0', '--people', file]);
  onTestFinished(async () => {
    await sandbox.stop();
  });
  const config = join(folder, 'pravesh.yml');
  writeFileSync(config, stringify(configOf(sandbox.url)));
  const coming = people.values();
  const next = () => {
    const { value } = coming.next();
    if (value === undefined) {
      throw new Error(`${personsInAll} persons have been here: the test needs more of them`);
    }
    return value;
  };
  return { sandboxUrl: sandbox.url, config, next };
}

/**
 * Starts the serving process of the built program, which nobody brings back; its log says nothing, so that nothing waits
 * for its reader. That it has crashed before is forgotten: so often a kiosk would be out of order.
 */
export function startServer(place: {
  readonly data: string;
  readonly config: string;
  /** Added to its environment. */
  readonly env?: Readonly<Record<string, string>>;
}): Promise<Program> {
  rmSync(crashRecordOf(place.data), { force: true });
  const places = ['--port', '0', '--data', place.data, '--config', place.config];
  const args = ['run', '--host', 'server', '--no-restart', ...places];
  return startProgram(args, { env: { PRAVESH_LOG: 'silent', ...place.env } });
}

function personOf(index: number): Person {
  const statuses = [2, 1, 0] as const;
  return {
    full_name: `Visitor ${index}`,
    mobile_number: String(9_000_000_000 + index),
    vaccination_status: statuses[index % statuses.length] ?? 2,
  };
}

function configOf(sandboxUrl: string) {
  return {
    site: { id: 'hq', name: 'Head Office', terminal: 'gate-1' },
    upstream: {
      baseUrl: `${sandboxUrl}/api`,
      apiKey: 'key-of-the-test',
      signature: 'required',
      jwks: `${sandboxUrl}/.well-known/jwks.json`,
    },
    policy: { purposes: { visitor: { admit: [2], refer: [1] } } },
    limits: { upstream: { calls: 1_000_000, seconds: 300 } },
  };
}
