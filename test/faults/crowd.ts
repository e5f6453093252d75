/**
 * Visitors who come one after the other to a kiosk that may die at any moment, and what each of them was told.
 * For tests only.
 */
import type { Answer, Client, SnapshotIn, VerificationSnapshot } from '../../main/contract/public.ts';
import type { Person } from '../../main/sandbox/sandbox.ts';
import { enterKiosk, readOtp, startInput } from '../support/visitor-client.ts';

/** A decision that was on somebody's screen. */
export interface Shown extends SnapshotIn<'decided'> {
  readonly person: Person;
}

/** What a crowd has lived through until the kiosk died. */
export interface Witness {
  /** In the order in which each visitor saw them. */
  readonly shown: Shown[];
  /** Numbers of rows that were told for declined consents. */
  readonly declined: number[];
  /** How many calls were never answered, because the kiosk died. */
  unanswered: number;
  /** What a kiosk that lives should not have answered. */
  readonly strange: string[];
}

export interface Crowd {
  /** From here on no answer is strange: the kiosk is being killed. */
  expectDeath(): void;
  /** Resolves when the last visitor has noticed. */
  gone(): Promise<Witness>;
}

export interface CrowdParts {
  readonly launchUrl: string;
  readonly sandboxUrl: string;
  /** How many visit at once. */
  readonly visitors: number;
  /** A person who has not been here before. */
  readonly next: () => Person;
  /** 0 to 1, evenly. */
  readonly random: () => number;
}

interface Visitor extends CrowdParts {
  readonly client: Client;
  readonly version: string;
  readonly witness: Witness;
  /** Whether the kiosk still lives, as far as visitors know. */
  readonly open: () => boolean;
}

/** Lets the visitors in; resolves when all of them stand before the kiosk and have begun. */
export async function sendCrowd(parts: CrowdParts): Promise<Crowd> {
  const witness: Witness = { shown: [], declined: [], unanswered: 0, strange: [] };
  let open = true;
  const clients = await Promise.all(Array.from({ length: parts.visitors }, () => enterKiosk(parts.launchUrl)));
  const described = await clients[0]?.['kiosk.describe']({});
  if (!described?.ok) {
    throw new Error('the kiosk does not say what it is');
  }
  const { version } = described.value.consent;
  const ended = clients.map((client) => keepVisiting({ ...parts, client, version, witness, open: () => open }));
  return {
    expectDeath() {
      open = false;
    },
    async gone() {
      await Promise.all(ended);
      return witness;
    },
  };
}

async function keepVisiting(visitor: Visitor): Promise<void> {
  while (visitor.open()) {
    await visit(visitor);
  }
}

/** One visit, usually to the decision; one in ten declines, cancels, mistypes or sends the code twice. */
async function visit(visitor: Visitor): Promise<void> {
  const { client, version, witness, sandboxUrl } = visitor;
  const person = visitor.next();
  const turn = visitor.random();
  if (turn < 0.05) {
    const declined = await client['consent.decline']({ purpose: 'visitor', locale: 'en', version });
    if (took(visitor, declined)) {
      witness.declined.push(declined.value.seq);
    }
    return;
  }
  const started = await client['verification.start'](startInput(person, version));
  if (!took(visitor, started)) {
    return;
  }
  const { id } = started.value;
  if (turn < 0.1) {
    took(visitor, await client['verification.cancel']({ id }));
    return;
  }
  const otp = await readOtp(sandboxUrl, person.mobile_number);
  if (turn < 0.15) {
    const wrong = otp === '000000' ? '000001' : '000000';
    took(visitor, await client['verification.submitOtp']({ id, otp: wrong }), ['otp-wrong']);
  }
  const submit = () => client['verification.submitOtp']({ id, otp });
  const answers = await Promise.all(turn < 0.2 ? [submit(), submit()] : [submit()]);
  for (const answer of answers) {
    see(visitor, person, answer);
  }
}

/** Keeps a decision as it was shown. */
function see(visitor: Visitor, person: Person, answer: Answer<VerificationSnapshot>): void {
  if (took(visitor, answer, ['conflict']) && answer.value.state === 'decided') {
    visitor.witness.shown.push({ ...answer.value, person });
  }
}

/** Whether the kiosk did it. If not, it must have said so in one of these words, or be dying. */
function took<T>(
  { open, witness }: Visitor,
  answer: Answer<T>,
  expected: readonly string[] = [],
): answer is Extract<Answer<T>, { ok: true }> {
  if (!answer.ok && !open()) {
    witness.unanswered += 1;
  } else if (!answer.ok && !expected.includes(answer.error.code)) {
    witness.strange.push(answer.error.code);
  }
  return answer.ok;
}
