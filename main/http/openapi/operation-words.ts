/**
 * What the document says of each operation, beside what the table says itself.
 * Runs in the HTTP host.
 */
import type { CallName } from '../../contract/public.ts';
import type { Example } from './document-shape.ts';
import { cancelled, decided, entryId, nonce, partyId, verificationId, version, visitor } from './made-up.ts';

/** What is said of the body of a POST. */
export interface BodyWords {
  /** The name of its schema. */
  readonly name: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly example: Readonly<Record<string, unknown>>;
}

/** What is said of a field of the address. */
export interface ParameterWords {
  readonly description: string;
  readonly example: string;
}

export interface OperationWords {
  readonly tag: 'Verification' | 'Terminal' | 'Receipts' | 'Embedded page';
  readonly description: string;
  readonly parameters?: Readonly<Record<string, ParameterWords>>;
  readonly body?: BodyWords;
  /** What it answers, where that is not the example of its schema. */
  readonly answer?: Example;
}

const ofVerification = {
  id: { description: 'The `id` that `verification.start` answered.', example: verificationId },
};

export const tags = [
  { name: 'Verification', description: 'A person consents, gets a code by SMS, and a decision is made.' },
  { name: 'Receipts', description: 'What proves a decision afterwards, without trusting whoever shows it.' },
  { name: 'Terminal', description: 'What the terminal is, what it asks for, and the words of its consent notice.' },
  {
    name: 'Embedded page',
    description:
      'How our own page begins inside yours, or on a phone. You embed the page; it makes these calls itself.',
  },
] as const;

/** Every operation that parties, embedded pages or anybody may call. */
export const operationWords: Readonly<Partial<Record<CallName, OperationWords>>> = {
  'verification.start': {
    tag: 'Verification',
    description:
      'Call it after the person has read the consent notice and agreed. CoWIN sends a code to the number by SMS.\n\nA number is sent at most three codes in ten minutes and six in a day. Where the venue hides who is known, somebody unknown is answered like anybody else, and only the code fails.',
    body: {
      name: 'VerificationStart',
      title: 'A person who agrees to be verified',
      fields: {
        fullName: 'The name as CoWIN knows it, in any script.',
        mobileNumber: 'Ten digits, with or without +91, spaces or dashes.',
        purpose: 'What the person comes for.',
        consent: 'What the person has agreed to.',
        'consent.version': 'The `version` of the notice that was shown.',
        'consent.locale': 'The language in which it was shown.',
        'consent.accepted': 'Always `true`: without consent there is no call.',
        nonce: 'Your mark for this visit. It comes back in the receipt and in events.',
      },
      example: visitor,
    },
  },
  'verification.get': {
    tag: 'Verification',
    description:
      'Where it stands now. It can be asked for until some minutes after the end; then it is `not-found`, and the log has it.',
    parameters: ofVerification,
  },
  'verification.submitOtp': {
    tag: 'Verification',
    description:
      'Give the code that came by SMS. The answer is the decision, and by then it is in the log.\n\nA wrong code is the problem `otp-wrong`, with `attemptsLeft`. After three the verification has ended with `otp-exhausted`.',
    parameters: ofVerification,
    body: {
      name: 'OtpSubmission',
      title: 'The code of the SMS',
      fields: { otp: 'The digits of the code; digits of any script are taken.' },
      example: { otp: '123456' },
    },
    answer: { summary: 'Decided', value: decided },
  },
  'verification.resendOtp': {
    tag: 'Verification',
    description:
      'Asks for a new code; the one before works no longer. Before `resendInMs` has passed it is the problem `otp-too-soon`, with `Retry-After`. The body is empty.',
    parameters: ofVerification,
  },
  'verification.cancel': {
    tag: 'Verification',
    description:
      'Call it when the person leaves. Name and number are forgotten at once. Doing it again, or after the end, changes nothing and answers how it ended.',
    parameters: ofVerification,
    answer: { summary: 'Cancelled', value: cancelled },
  },
  'entry.receipt': {
    tag: 'Receipts',
    description:
      'The row of a decided verification and the proof that it is in the log, for as long as the verification is remembered. Later, ask `entry.proof`.',
    parameters: ofVerification,
  },
  'entry.proof': {
    tag: 'Receipts',
    description:
      'The claim `proof` of a receipt is this address. It answers the party whose receipt it is, and nobody else.',
    parameters: {
      entryId: { description: 'The `entryId` of the decision, the `jti` of its receipt.', example: entryId },
    },
  },
  'receipt.keys': {
    tag: 'Receipts',
    description:
      'Check receipts with these keys, by `kid`. Fetch them again when a receipt names one that you do not have, and at most once a minute.',
  },
  'kiosk.describe': {
    tag: 'Terminal',
    description:
      'Ask it before a visit: the version of the consent notice, the purposes and languages, and whether the terminal serves.',
  },
  'consent.read': {
    tag: 'Terminal',
    description: 'Show exactly these words to the person. Asked with your key, the notice names you as who is told.',
    parameters: { locale: { description: 'One of the `languages` of `kiosk.describe`.', example: 'en' } },
  },
  'consent.decline': {
    tag: 'Embedded page',
    description: 'Our page tells that somebody has said no. It is counted; nothing of the person is known or kept.',
    body: {
      name: 'ConsentDecline',
      title: 'A person who does not agree',
      fields: {
        purpose: 'What the person came for; none if that was not chosen yet.',
        locale: 'The language of the notice.',
        version: 'The version of the notice.',
      },
      example: { purpose: 'visitor', locale: 'en', version },
    },
  },
  'embed.begin': {
    tag: 'Embedded page',
    description:
      'Our page begins inside yours and gets its token. Only a page of this server may call it, and only inside a page of an origin of the party.',
    body: {
      name: 'EmbedBegin',
      title: 'A page that begins',
      fields: {
        party: 'Your publishable identifier, from the address of the page.',
        purpose: 'Where only one may be chosen.',
        nonce: 'Your mark for this visit.',
      },
      example: { party: partyId, purpose: 'visitor', nonce },
    },
  },
  'phone.accept': {
    tag: 'Embedded page',
    description:
      "Our page on the visitor's phone takes up the invitation in a kiosk's QR code: once, within two minutes.",
    body: {
      name: 'PhoneAcceptance',
      title: 'An invitation that is taken up',
      fields: { token: 'What the address in the QR code holds after the `#`.' },
      example: { token: 'Vb9mZkR5yWA4LfE6pRiKqD3xNMnO7vQ0T3xUhcJ0Qe2' },
    },
  },
  'demo.phone': {
    tag: 'Embedded page',
    description: 'Only in a demonstration, where no SMS is sent: whom one may play, and the code that came.',
    parameters: {
      id: { description: 'The verification whose SMS are wanted.', example: verificationId },
    },
  },
};
