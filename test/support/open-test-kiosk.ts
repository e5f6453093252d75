/** A real kiosk on a folder of its own against a real sandbox on a free port. For tests only. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Settings } from '../../main/core/config/settings.ts';
import type { EntryRow } from '../../main/core/entry-log/entry.ts';
import { type Kiosk, openKiosk, openLogReader } from '../../main/core/kiosk.ts';
import type { Ports } from '../../main/core/ports.ts';
import { buildPorts } from '../../main/platform/ports.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../main/sandbox/sandbox.ts';
import { buildSettings } from './settings.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export interface TestKiosk {
  readonly kiosk: Kiosk;
  readonly sandbox: Sandbox;
  readonly data: string;
  readonly settings: Settings;
  /** All rows of the log, oldest first, read from the file. */
  rows(): EntryRow[];
  /** Closes the kiosk and opens it again on the same folder. */
  reopen(): Promise<Kiosk>;
  /** Makes the next answers of the sandbox fail. */
  fault(call: string, kind: string, times?: number): Promise<void>;
  /** The newest code that was sent to this number. */
  newestOtp(mobileNumber: string): string;
}

export interface TestKioskOptions {
  readonly settings?: Partial<Settings>;
  readonly sandbox?: Partial<SandboxOptions>;
  readonly ports?: Partial<Ports>;
}

/** Opens both; they are closed when the test ends. */
export async function openTestKiosk(options: TestKioskOptions = {}): Promise<TestKiosk> {
  const data = join(makeTemporaryFolder(), 'data');
  const sandbox = await startSandbox({ port: 0, ...options.sandbox });
  const base = buildSettings(options.settings);
  const jwks = { url: `${sandbox.url}/.well-known/jwks.json` };
  const signature = { mode: 'required', algorithms: ['EdDSA'], jwks } as const;
  const settings = { ...base, upstream: { ...base.upstream, baseUrl: sandbox.baseUrl, signature } };
  const { ports, close } = buildPorts({ data });
  const open = () =>
    openKiosk({
      settings,
      data,
      ports: { ...ports, ...options.ports },
      demoPhone: sandbox.demoPhone,
    });
  let kiosk = open();
  onTestFinished(async () => {
    await kiosk.close();
    await Promise.all([close(), sandbox.close()]);
  });
  return {
    kiosk,
    sandbox,
    data,
    settings,
    rows() {
      const reader = openLogReader({ data });
      try {
        return reader.list({ limit: 10_000 });
      } finally {
        reader.close();
      }
    },
    async reopen() {
      await kiosk.close();
      kiosk = open();
      return kiosk;
    },
    async fault(call, kind, times = 1) {
      const body = JSON.stringify({ call, kind, times });
      const headers = { 'content-type': 'application/json' };
      const queued = await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body, headers });
      if (!queued.ok) {
        throw new Error(`the sandbox does not know this fault: ${await queued.text()}`);
      }
    },
    newestOtp: (mobileNumber) => sandbox.messages(mobileNumber).at(-1)?.otp ?? '',
  };
}
