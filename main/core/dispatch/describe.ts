/** `kiosk.describe`: what the terminal says of itself, from its settings. Pure. */
import { type KioskDescription, type LocalText, longestName } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { NoticeSet } from '../consent/notices.ts';
import type { Condition } from '../health/service-health.ts';
import { otpAttempts } from '../verification/transitions.ts';
import type { Caller } from './caller.ts';

/** Describes the kiosk; nothing of the upstream's key, the limits of the terminal or the data folder is in it. */
export function describeKiosk(settings: Settings, notices: NoticeSet, condition: Condition): KioskDescription {
  const { site, upstream, policy, privacy, limits, kiosk, passes } = settings;
  const purposeLabels: Record<string, LocalText> = {};
  for (const [purpose, { label }] of Object.entries(policy.purposes)) {
    purposeLabels[purpose] = label;
  }
  return {
    site,
    demo: settings.demo,
    mode: kiosk.mode,
    languages: notices.all.map((notice) => notice.locale),
    purposes: Object.keys(policy.purposes),
    purposeLabels,
    consent: { version: notices.version },
    limits: {
      otpMs: upstream.otp.validMs,
      resendMs: upstream.otp.resendMs,
      otpAttempts,
      nameLength: longestName,
      perNumber: limits.perNumber,
    },
    ...condition,
    passes: [...passes.purposes],
    ownPhone: kiosk.ownPhone,
    display: {
      idleSeconds: kiosk.idleSeconds,
      resultSeconds: kiosk.resultSeconds,
      volume: kiosk.sound.mute ? 0 : kiosk.sound.volume,
      digits: kiosk.digits,
      ...describeBrand(kiosk.brand),
      ...(privacy.contact.desk === undefined ? {} : { helpPoint: byLanguage(privacy.contact.desk, notices) }),
      ...(privacy.contact.phone === undefined ? {} : { phone: privacy.contact.phone }),
    },
  };
}

function describeBrand({ accent, mark, picture, welcome }: Settings['kiosk']['brand']) {
  return {
    ...(accent === undefined ? {} : { accent }),
    ...(mark === undefined ? {} : { mark: mark.path }),
    ...(picture === undefined ? {} : { picture: picture.path }),
    ...(welcome === undefined ? {} : { welcome }),
  };
}

/** What of it is for this caller: other systems see their own purposes, and only a kiosk gives out passes and invites. */
export function describeFor(
  { kind, party }: Pick<Caller, 'kind' | 'party'>,
  whole: KioskDescription,
): KioskDescription {
  if (kind !== 'party' && kind !== 'embed') {
    return whole;
  }
  const purposes = whole.purposes.filter((purpose) => party?.purposes.includes(purpose) !== false);
  const labels = Object.entries(whole.purposeLabels).filter(([purpose]) => purposes.includes(purpose));
  return { ...whole, purposes, purposeLabels: Object.fromEntries(labels), passes: [], ownPhone: false };
}

/** One text for all languages stands under each of them. */
function byLanguage(text: string | LocalText, notices: NoticeSet): LocalText {
  return typeof text === 'string' ? Object.fromEntries(notices.all.map(({ locale }) => [locale, text])) : text;
}
