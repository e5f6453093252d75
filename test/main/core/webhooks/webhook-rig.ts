/** An outbox over a real log, a receiver that answers as a test says, and a clock that the test moves. For tests only. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { transaction } from '../../../../main/core/db/database.ts';
import { buildGroupCommit } from '../../../../main/core/db/group-commit.ts';
import type { AppendedEntry, EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import { type Fetch, type FetchAnswer, FetchFault, type FetchRequest } from '../../../../main/core/ports.ts';
import type { Receiver } from '../../../../main/core/webhooks/delivery.ts';
import { writeSecret } from '../../../../main/core/webhooks/signature.ts';
import { openWebhooks, type Webhooks } from '../../../../main/core/webhooks/webhooks.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';
import { type OpenLog, openLog } from '../../../support/open-log.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

export const hr = 'hrportal';
export const shop = 'ticketsh';

/** One try, as the receiver sees it. */
export interface Seen {
  readonly party: string;
  readonly id: string;
  readonly seq: number;
  readonly request: FetchRequest;
  /** On the monotonic clock, in milliseconds. */
  readonly at: number;
}

export type Behave = (seen: Seen) => FetchAnswer | Promise<FetchAnswer>;

export interface WebhookRig {
  readonly log: OpenLog;
  readonly clock: FakeClock;
  readonly webhooks: Webhooks;
  /** All tries so far, oldest first. */
  readonly seen: readonly Seen[];
  readonly logged: readonly string[];
  readonly parties: Map<string, Receiver>;
  /** How receivers behave from now on. */
  behave(next: Behave): void;
  /** Writes the row of a visit for a party, and lets its event go out. */
  write(party: string, draft?: EntryDraft): AppendedEntry;
  /** Lets so much time pass, in steps of this. */
  pass(milliseconds: number, stepMs?: number): Promise<void>;
  /** Ends it without a word, and begins anew on the same log. */
  restart(): void;
}

export interface RigOptions {
  /** Takes the place of the receiver that `behave` speaks for. */
  readonly fetch?: Fetch;
  readonly urlOf?: (party: string) => string;
}

/** Answers a status at once. */
export function answerWith(status: number, headers: Readonly<Record<string, string>> = {}): FetchAnswer {
  return { status, headers, body: new Uint8Array() };
}

/** Never answers: ends when it is given up. */
export function hang({ request }: Seen): Promise<FetchAnswer> {
  return new Promise((_resolve, reject) => {
    request.signal?.addEventListener('abort', () => reject(new FetchFault('aborted', true)));
  });
}

/** Builds it; two parties have receivers. */
export function buildWebhookRig({
  fetch,
  urlOf = (party) => `https://${party}.example/hook`,
}: RigOptions = {}): WebhookRig {
  const log = openLog(join(makeTemporaryFolder(), 'data'));
  const clock = buildFakeClock();
  const seen: Seen[] = [];
  const logged: string[] = [];
  const receiver = (name: string, party: string): Receiver => ({
    name,
    webhook: { url: urlOf(party), secret: writeSecret(Buffer.from(party.repeat(4))) },
  });
  const parties = new Map([
    [hr, receiver('HR portal', hr)],
    [shop, receiver('Ticket shop', shop)],
  ]);
  let behave: Behave = () => answerWith(204);
  const note = (event: string, fields: unknown) => logged.push(`${event} ${JSON.stringify(fields)}`);
  const scripted: Fetch = async (request) => {
    const { data } = JSON.parse(request.body ?? '');
    const party = Array.from(parties).find(([, { webhook }]) => webhook?.url === request.url)?.[0] ?? '';
    const one = { party, id: request.headers['webhook-id'] ?? '', seq: data.seq, request, at: clock.monotonic() };
    seen.push(one);
    return behave(one);
  };
  const open = () =>
    openWebhooks({
      database: log.database,
      group: buildGroupCommit(log.database, clock),
      settings: buildSettings(),
      receiverOf: (party) => parties.get(party),
      nameOf: (party) => parties.get(party)?.name,
      signReceipt: async ({ entry }, at) => `receipt-of-${entry.id}-${at}`,
      append: (draft) => log.append(draft),
      fetch: fetch ?? scripted,
      clock,
      random: buildFakeRandom(),
      logger: { info: note, warn: note, error: note },
      onFault: (error) => {
        throw error;
      },
    });
  let webhooks = open();
  onTestFinished(() => {
    webhooks.close();
    log.close();
  });
  return {
    log,
    clock,
    get webhooks() {
      return webhooks;
    },
    seen,
    logged,
    parties,
    behave: (next) => {
      behave = next;
    },
    write(party, draft = visitFor(party)) {
      const entry = transaction(log.database, () => {
        const appended = log.append(draft);
        webhooks.record(draft, appended);
        return appended;
      });
      webhooks.noteRow(draft);
      return entry;
    },
    async pass(milliseconds, stepMs = 30_000) {
      await settle();
      for (let passed = 0; passed < milliseconds; passed += stepMs) {
        clock.advance(Math.min(stepMs, milliseconds - passed));
        await settle();
      }
    },
    restart() {
      webhooks.close();
      webhooks = open();
    },
  };
}

/** An admission for a party. */
export function visitFor(party: string): EntryDraft {
  return {
    outcome: 'admitted',
    channel: 'api',
    purpose: 'visitor',
    status: 2,
    policy: 'visitor 0123',
    person: { fullName: 'Asha Kumari', mobileNumber: '9876543210' },
    party: { id: party, nonce: 'n-1', txn: `verification-${party}-0001` },
  };
}

/** Turns of the event loop until a receipt is signed, an answer judged and a commit made. */
const turns = 12;

/** Lets all go on that waits for no time and no network. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
