/**
 * The words of "Use my own phone" in English; the other languages follow them.
 * Runs in the face.
 */
export const en = {
  offer: 'Use my own phone',
  title: 'Go on with your own phone',
  asked: 'One moment, the code is being made.',
  scan: 'Point the camera of your phone at this code.',
  open: 'Open the page that the phone shows.',
  answer: 'Answer there. The result appears here.',
  code: 'QR code: it opens this visit on your phone',
  here: 'Go on here instead',
  openedTitle: 'Go on with your phone',
  openedText: 'The page is open on your phone. When you are done there, the result appears here.',
  expiredTitle: 'This code has expired',
  expiredText: 'It works for two minutes. Take a new one, or go on here.',
  endedTitle: 'Nothing was decided on the phone',
  endedText: 'Take a new code, go on here, or see the reception.',
  failedTitle: 'This does not work at the moment',
  failedText: 'Please go on here.',
  again: 'New code',
} as const;

/** The words of one language. */
export type PhoneWords = Readonly<Record<keyof typeof en, string>>;
