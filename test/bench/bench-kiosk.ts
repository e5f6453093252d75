/** A kiosk in this process with everything on, as the measurements open it. Part of `npm run bench`. */
import type { Locale } from '../../main/contract/public.ts';
import type { Settings } from '../../main/core/config/settings.ts';
import { type Kiosk, openKiosk } from '../../main/core/kiosk.ts';
import type { Fetch, Logger } from '../../main/core/ports.ts';
import { buildPorts } from '../../main/platform/ports.ts';
import { buildSettings } from '../support/settings.ts';

export interface BenchKiosk {
  readonly kiosk: Kiosk;
  readonly logger: Logger;
  close(): Promise<void>;
}

/**
 * Opens it: signatures are required, limits counted on the disk, rows fsynced. `around` may watch its requests; the
 * languages are English and Hindi unless told.
 */
export function openBenchKiosk(
  data: string,
  upstreamUrl: string,
  around = (fetch: Fetch) => fetch,
  languages?: readonly Locale[],
): BenchKiosk {
  const { ports, close } = buildPorts({ data });
  const fetch = around(ports.fetch);
  const kiosk = openKiosk({ settings: settingsFor(upstreamUrl, languages), data, ports: { ...ports, fetch } });
  return {
    kiosk,
    logger: ports.logger,
    async close() {
      await kiosk.close();
      await close();
    },
  };
}

function settingsFor(upstreamUrl: string, languages: readonly Locale[] | undefined): Settings {
  const base = buildSettings();
  const jwks = { url: `${upstreamUrl}/.well-known/jwks.json` };
  return {
    ...base,
    upstream: {
      ...base.upstream,
      baseUrl: `${upstreamUrl}/api`,
      signature: { mode: 'required', algorithms: ['EdDSA'], jwks },
      timeouts: { connectMs: 5_000, headersMs: 10_000, bodyMs: 10_000 },
    },
    kiosk: { ...base.kiosk, languages: languages ?? base.kiosk.languages },
    // The measurements are many visitors at one terminal.
    limits: { ...base.limits, upstream: { calls: 10_000_000, seconds: 300 }, open: 10_000 },
  };
}
