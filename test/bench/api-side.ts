/**
 * The measured side of the API: the built program in a process of its own, with many parties that each show their key.
 * Part of `npm run bench`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Agent } from 'undici';
import { operations } from '../../main/contract/public.ts';
import { askLocalDoor } from '../../main/platform/local-door.ts';
import { startProgram } from '../support/program.ts';
import { startInput } from '../support/visitor-client.ts';
import type { Side } from './side.ts';

export interface ApiSide extends Side<string> {
  /** The process of the program. */
  readonly pid: number;
  close(): Promise<void>;
}

/** Starts the program against an upstream, with so many parties; each verification is the next party's. */
export async function openApiSide(scratch: string, upstreamUrl: string, parties: number): Promise<ApiSide> {
  const config = join(scratch, 'pravesh.yml');
  const data = join(scratch, 'data');
  writeFileSync(config, JSON.stringify(configFor(upstreamUrl)));
  const program = await startProgram([
    'run',
    '--host',
    'server',
    '--no-restart',
    '--config',
    config,
    '--data',
    data,
    '--port',
    '0',
  ]);
  const keys = await addParties(data, parties);
  const agent = new Agent();
  const origin = new URL(program.url).origin;
  const versions = await Promise.all(keys.map((key) => readVersion(agent, origin, key)));
  const owners = new Map<string, string>();
  let turn = 0;
  const ask = async (path: string, key: string, body: object) => {
    const { statusCode, body: answered } = await agent.request({
      origin,
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
    const fields: Record<string, unknown> = Object(await answered.json());
    if (statusCode >= 300) {
      throw new Error(`the API answers ${path.replace(/[A-Za-z0-9_-]{22}/, '{id}')} with ${String(fields.code)}`);
    }
    return fields;
  };
  return {
    pid: program.pid,
    async begin(person) {
      const party = turn % keys.length;
      turn += 1;
      const key = keys[party] ?? '';
      const { id } = await ask('/api/v1/verifications', key, startInput(person, versions[party] ?? ''));
      owners.set(String(id), key);
      return String(id);
    },
    async conclude(id, otp) {
      const { state, receipt } = await ask(`/api/v1/verifications/${id}/otp`, owners.get(id) ?? '', { otp });
      owners.delete(id);
      if (state !== 'decided' || typeof receipt !== 'string') {
        throw new Error('the API does not decide a verification with a receipt');
      }
    },
    async close() {
      await agent.close();
      await program.stop();
    },
  };
}

/** The measurements are many visitors at one terminal. */
function configFor(upstreamUrl: string): object {
  return {
    site: { id: 'hq', name: 'Head Office', terminal: 'gate-1' },
    upstream: {
      baseUrl: `${upstreamUrl}/api`,
      apiKey: 'key-of-the-bench',
      signature: 'required',
      jwks: `${upstreamUrl}/.well-known/jwks.json`,
    },
    policy: { purposes: { visitor: { admit: [2], refer: [1] } } },
    limits: { upstream: { calls: 10_000_000, seconds: 300 }, open: 10_000 },
  };
}

async function addParties(data: string, count: number): Promise<string[]> {
  const keys: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const party = { name: `Portal ${index}`, origins: [], purposes: [], rate: { count: 100_000, seconds: 1 } };
    const answered: { value?: unknown } = Object(await askLocalDoor(data, 'party.add', party));
    keys.push(operations['party.add'].output.parse(answered.value).apiKey);
  }
  return keys;
}

/** The notice names the party, so that each has a version of its own. */
async function readVersion(agent: Agent, origin: string, key: string): Promise<string> {
  const headers = { authorization: `Bearer ${key}` };
  const { body } = await agent.request({ origin, path: '/api/v1/kiosk', method: 'GET', headers });
  return operations['kiosk.describe'].output.parse(await body.json()).consent.version;
}
