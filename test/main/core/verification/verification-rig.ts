/** The verification service with everything around it in the hands of a test. For tests only. */
import type { ErrorCode } from '../../../../main/contract/public.ts';
import type { Settings } from '../../../../main/core/config/settings.ts';
import { buildNotices } from '../../../../main/core/consent/notices.ts';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import type { TurnedAway } from '../../../../main/core/limits/admission.ts';
import { buildVerificationService } from '../../../../main/core/verification/verification-service.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';
import { buildScriptedUpstream } from '../../../support/scripted-upstream.ts';
import { buildSettings } from '../../../support/settings.ts';

/** Whose verifications these are. */
export const caller = { owner: 'kiosk:one', channel: 'kiosk' } as const;
const settings = buildSettings();
/** What is consented to. */
export const notices = buildNotices(settings);
/** What a visitor gives who does everything right. */
export const input = {
  fullName: 'Asha Kumari',
  mobileNumber: '+91 98765-43210',
  purpose: 'visitor',
  consent: { version: notices.version, locale: 'hi', accepted: true },
} as const;

/** Builds a service on an upstream, a log and limits that the test drives; sections of the settings may be replaced. */
export function buildRig(replaced: Partial<Settings> = {}) {
  const clock = buildFakeClock();
  const upstream = buildScriptedUpstream();
  const rows: EntryDraft[] = [];
  const world = {
    logWorks: true,
    limit: undefined as TurnedAway | undefined,
    /** A write is durable when this settles. */
    disk: undefined as Promise<void> | undefined,
    takenBack: 0,
    released: 0,
    outOfService: undefined as ErrorCode | undefined,
    refusals: [] as boolean[],
  };
  const code = { takeBack: () => (world.takenBack += 1) };
  const service = buildVerificationService({
    sealIdentity: () => Promise.resolve(undefined),
    settings: { ...settings, ...replaced },
    notices,
    upstream,
    clock,
    random: buildFakeRandom(),
    outOfService: () => world.outOfService,
    upstreamRefused: (refused) => world.refusals.push(refused),
    append: async (draft) => {
      if (!world.logWorks) {
        return undefined;
      }
      rows.push(draft);
      await world.disk;
      return { seq: rows.length, id: `entry-${rows.length}`, checkCode: 'ABCD1234' };
    },
    admission: {
      visit: async () => {
        if (world.limit !== undefined) {
          return world.limit;
        }
        return { code, calls: { release: (calls) => (world.released += calls) } };
      },
      code: async () => {
        if (!world.logWorks) {
          throw new Error('the counter cannot be written');
        }
        return world.limit ?? code;
      },
    },
  });
  const begin = async () => {
    const started = await service.start(caller, input);
    if (!started.ok) {
      throw new Error(`not started: ${started.error.code}`);
    }
    return started.value.id;
  };
  return { service, clock, upstream, rows, world, begin };
}
