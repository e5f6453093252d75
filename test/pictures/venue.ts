/** A venue for pictures: a sandbox, a configuration, and the built program whose clock stands where the pictures want it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';
import { startProgram } from '../support/program.ts';
import { findRoot } from '../support/root.ts';
import { readOtp } from '../support/visitor-client.ts';
import { howMany, inventPerson } from './invented-people.ts';

export interface PictureVenue {
  /** The launch address of the program. */
  readonly url: string;
  /** The newest code that was sent to this number. */
  newestOtp(mobileNumber: string): Promise<string>;
  /** Makes the next answers of the upstream fail. */
  fault(call: string, kind: string, times: number): Promise<void>;
  /** Sets the clock of program and upstream to this time, milliseconds since 1970; it goes on from there. */
  setTime(time: number): Promise<void>;
  /** The time of the program, in milliseconds since 1970. */
  now(): number;
  close(): Promise<void>;
}

/** Opens it at this time; the caller closes it. */
export async function openPictureVenue(time: number): Promise<PictureVenue> {
  const folder = await mkdtemp(join(tmpdir(), 'pravesh-pictures-'));
  const share = join(folder, 'office-share');
  const clock = join(folder, 'clock');
  let aheadMs = time - Date.now();
  const now = () => Date.now() + aheadMs;
  await Promise.all([mkdir(share), writeFile(clock, String(aheadMs))]);
  const known = join(folder, 'people.yml');
  await writeFile(known, stringify(Array.from({ length: howMany }, (_, index) => inventPerson(index))));
  const env = {
    NODE_OPTIONS: `--import ${pathToFileURL(join(findRoot(), 'test/pictures/set-clock.mjs'))}`,
    PRAVESH_PICTURE_CLOCK: clock,
  };
  const sandbox = await startProgram(['sandbox', '--port', '0', '--people', known], { env });
  const upstream = new URL(sandbox.url).origin;
  const config = join(folder, 'pravesh.yml');
  await writeFile(config, writeConfig(upstream, share));
  const folders = ['--data', join(folder, 'data'), '--config', config];
  const program = await startProgram(['run', '--host', 'server', '--port', '0', ...folders], { env });
  return {
    url: program.url,
    now,
    newestOtp: (mobileNumber) => readOtp(upstream, mobileNumber),
    async fault(call, kind, times) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ call, kind, times });
      await fetch(`${upstream}/sandbox/faults`, { method: 'POST', headers, body });
    },
    async setTime(next) {
      aheadMs = next - Date.now();
      await writeFile(clock, String(aheadMs));
    },
    async close() {
      await program.stop();
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function writeConfig(upstream: string, share: string): string {
  return stringify({
    site: { id: 'hq', name: 'Head Office', terminal: 'gate-1' },
    upstream: {
      baseUrl: `${upstream}/api`,
      apiKey: 'pictures',
      signature: 'required',
      jwks: `${upstream}/.well-known/jwks.json`,
    },
    policy: {
      purposes: {
        visitor: { admit: [2], refer: [1], label: { en: 'Visitor', hi: 'आगंतुक' } },
        employee: { admit: [1, 2], label: { en: 'Employee', hi: 'कर्मचारी' } },
      },
    },
    privacy: { contact: { desk: { en: 'Reception, ground floor', hi: 'रिसेप्शन, भूतल' } } },
    limits: { upstream: { calls: 10_000 } },
    export: { folders: [share] },
    inside: { count: true },
    passes: { purposes: ['employee'] },
  });
}
