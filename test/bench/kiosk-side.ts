/** The measured side of the visits: a whole kiosk in this process, over its own client. Part of `npm run bench`. */
import type { Client } from '../../main/contract/public.ts';
import { startInput } from '../support/visitor-client.ts';
import { openBenchKiosk } from './bench-kiosk.ts';
import type { Side } from './side.ts';

/** Opens a kiosk and visits it. */
export async function openKioskSide(
  data: string,
  upstreamUrl: string,
): Promise<Side<string> & { close(): Promise<void> }> {
  const { kiosk, close } = openBenchKiosk(data, upstreamUrl);
  return { ...(await visitThrough(kiosk.client({ kind: 'kiosk', id: 'bench' }))), close };
}

/** Visits a kiosk through any client of its faces. */
export async function visitThrough(client: Client): Promise<Side<string>> {
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  return {
    async begin(person) {
      const started = await client['verification.start'](startInput(person, version));
      if (!started.ok) {
        throw new Error(`the kiosk does not start a visit: ${started.error.code}`);
      }
      return started.value.id;
    },
    async conclude(id, otp) {
      const answered = await client['verification.submitOtp']({ id, otp });
      if (!answered.ok || answered.value.state !== 'decided') {
        throw new Error(
          `the kiosk does not decide a visit: ${answered.ok ? answered.value.state : answered.error.code}`,
        );
      }
    },
  };
}
