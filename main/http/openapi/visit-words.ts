/**
 * The named schemas of a verification: its states, and what is given to it.
 * Runs in the HTTP host.
 */
import { VerificationSnapshot } from '../../contract/public.ts';
import { cancelled, checkCode, decided, verificationId } from './made-up.ts';
import type { Named } from './named.ts';

const common = {
  id: 'The identifier with which this verification is addressed.',
  state: 'Where it stands.',
  revision: 'Grows with every change: ignore a snapshot that is older than one you have.',
};

const awaiting = {
  id: verificationId,
  state: 'awaiting-otp',
  revision: 1,
  expiresInMs: 180_000,
  resendInMs: 180_000,
  attemptsLeft: 3,
  maskedMobile: 'XXXXXX3210',
};

type State = VerificationSnapshot['state'];

/** What is said of each state; the compiler asks for all of them. */
const stateWords: Readonly<Record<State, Pick<Named, 'title' | 'description' | 'fields' | 'example'>>> = {
  'awaiting-otp': {
    title: 'Waiting for the code',
    description: 'The code was asked for and comes to the person by SMS.',
    fields: {
      expiresInMs: 'How long the code can still be used, in milliseconds.',
      resendInMs: 'How long until a new code can be asked for, in milliseconds.',
      attemptsLeft: 'How many codes may still be tried.',
      maskedMobile: 'Where the code was sent, with all but the last four digits hidden.',
    },
    example: awaiting,
  },
  checking: {
    title: 'Checking the code',
    description: 'A code is on its way. Ask again in a second, or wait for the answer of `verification.submitOtp`.',
    example: { id: verificationId, state: 'checking', revision: 2 },
  },
  decided: {
    title: 'Decided',
    description: 'The decision is in the entry log. This is final.',
    fields: {
      status: "CoWIN's answer: 0 not vaccinated, 1 partially, 2 fully.",
      decision: "What the venue's policy says of it.",
      entryId: 'The identifier of the entry (UUIDv7). It is the `jti` of the receipt.',
      seq: 'The number of the entry in the log of this terminal.',
      checkCode: `Eight characters that stand for the entry in the log, such as ${checkCode}. The visitor sees the same.`,
      receipt:
        'The decision as a compact JWS (RFC 7515), signed with EdDSA. Keep it, and check it before you act on it.',
    },
    example: decided,
  },
  failed: {
    title: 'Failed',
    description: 'No decision could be made. This says nothing of the person: it is not a refusal.',
    fields: { code: 'Why, as a problem would say it.' },
    example: { id: verificationId, state: 'failed', revision: 3, code: 'upstream-unavailable' },
  },
  expired: {
    title: 'Expired',
    description: 'No right code came in time.',
    example: { id: verificationId, state: 'expired', revision: 2 },
  },
  cancelled: {
    title: 'Cancelled',
    description: 'The person left. Nothing of them is held any longer.',
    example: cancelled,
  },
};

/** The name of the schema of a state: `VerificationAwaitingOtp`. */
function nameOfState(state: string): string {
  const words = state.split('-').map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  return `Verification${words.join('')}`;
}

const members = VerificationSnapshot._zod.def.options.map((schema) => {
  const [state] = schema._zod.def.shape.state._zod.def.values;
  if (state === undefined) {
    throw new TypeError('a state of a verification has no word');
  }
  const words = stateWords[state];
  const fields = { ...common, ...words.fields };
  return { state, name: nameOfState(state), named: { ...words, schema, as: 'answer', fields } satisfies Named };
});

/** The schema that is meant by each word of `state`. */
export const stateSchemas: Readonly<Record<string, string>> = Object.fromEntries(
  members.map(({ state, name }) => [state, name]),
);

/** A verification, and each of its states. */
export const visitSchemas: Readonly<Record<string, Named>> = {
  VerificationSnapshot: {
    schema: VerificationSnapshot,
    as: 'answer',
    title: 'Verification',
    description:
      'A verification at one moment; `state` says which fields there are. Times are what is left, so that no clock needs to agree.',
    example: awaiting,
  },
  ...Object.fromEntries(members.map(({ name, named }) => [name, named])),
};
