/**
 * What the document says before its operations: to a developer who has never seen this program.
 * Runs in the HTTP host.
 */

/** Paragraphs, with an empty line between them. */
export const introduction = [
  'Pravesh verifies people at a door, and for other systems: a person consents, gives name and mobile number, and enters the code that CoWIN sends by SMS. You learn one of three statuses and the decision of the venue. No certificate is shown, scanned or kept.',
  'A verification is four calls: `kiosk.describe` and `consent.read` for the notice that you show, `verification.start` when the person agrees, `verification.submitOtp` with the code. The decision comes with a signed receipt; check it with the keys of `receipt.keys`.',
  'A decision is a value. A fault is a problem (RFC 9457) with a stable `code`, and never a refusal: switch over all codes, and send the person to a human where yours says so. Where waiting helps there is `Retry-After`.',
  'Give each POST an `Idempotency-Key`, and a repeated request makes nothing twice. Answers may gain fields with a later version: read over those that you do not know. A field that we do not know is refused.',
].join('\n\n');

/** The licence, by its name in SPDX. */
export const license = { name: 'Apache License 2.0', identifier: 'Apache-2.0' };
