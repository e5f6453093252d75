/**
 * The words of passes in English; the other languages follow them.
 * Runs in the face.
 */
export const en = {
  hint: 'You have a pass? Hold it to the reader.',
  until: 'Your pass until {time}',
  code: 'QR code: your pass until {time}',
  keep: 'Take a photo of it with your phone. Next time hold it to the reader: no code is needed.',
  yours: 'Whoever shows it is let in, so show it to nobody else.',
  checking: 'Looking at your pass',
  title: 'This pass cannot be used here',
  todo: 'Please verify with a code.',
  verify: 'Verify with a code',
  staff: 'For staff: {reason}',
  'not-a-pass': 'what was read is no pass',
  'not-ours': 'it comes from a terminal that this one does not trust',
  'not-genuine': 'it was changed: its signature is wrong',
  expired: 'it has expired',
  'not-yet': 'it is dated ahead of this machine’s clock',
  revoked: 'it was revoked on this machine',
  'not-offered': 'passes are not taken here for its purpose',
  clock: 'the clock of this machine is wrong',
  'consent-outdated': 'the notice has changed since it was given out',
  'too-many-requests': 'too many passes were tried; it works again in a minute',
  other: 'it was not accepted',
} as const;

/** The words of one language. */
export type PassWords = Readonly<Record<keyof typeof en, string>>;
