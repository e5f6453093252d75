/** Terminals of a site that give out and take passes, each on a log of its own, with a clock of the test. For tests only. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Answer, answer, problem, type VerificationSnapshot } from '../../../../main/contract/public.ts';
import type { Settings } from '../../../../main/core/config/settings.ts';
import { buildNotices } from '../../../../main/core/consent/notices.ts';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { transaction } from '../../../../main/core/db/database.ts';
import type { Caller } from '../../../../main/core/dispatch/caller.ts';
import { keepNotice, selectEntries } from '../../../../main/core/entry-log/entries-sql.ts';
import type { EntryDraft, EntryRow } from '../../../../main/core/entry-log/entry.ts';
import { buildEntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import { openPassKey } from '../../../../main/core/passes/pass-key.ts';
import { buildPassHandlers, type PassHandlers } from '../../../../main/core/passes/passes-handlers.ts';
import { nameRule } from '../../../../main/core/policy/policy.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildRandom } from '../../../../main/platform/random.ts';
import { buildSecrets } from '../../../../main/platform/secrets.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

/** A fair time for all terminals of a test: 2026-06-15 10:00 in India. */
const start = Date.parse('2026-06-15T04:30:00.000Z');

export const visitor: Caller = { kind: 'kiosk', id: 'one' };
export const operator: Caller = {
  kind: 'operator',
  id: 'two',
  operator: { id: 'abc234', name: 'Desk', role: 'reception' },
};

export interface PassTerminal {
  readonly handlers: PassHandlers;
  readonly clock: FakeClock;
  readonly settings: Settings;
  /** As other terminals trust it. */
  readonly keyText: string;
  readonly logged: readonly unknown[];
  /** What the log does with the next rows. */
  readonly world: { logWorks: boolean };
  rows(): EntryRow[];
  /** Somebody was verified and decided on; answers the id of the verification. */
  visit(draft?: Partial<EntryDraft>): string;
  /** The check code of a visit's entry. */
  codeOf(seq: number): string;
  /** A visit and its pass. */
  pass(draft?: Partial<EntryDraft>): Promise<{ readonly token: string; readonly expiresAt: string }>;
  use(token: string): Promise<Answer<VerificationSnapshot>>;
}

export interface TerminalOptions {
  readonly terminal?: string;
  readonly site?: string;
  readonly passes?: Partial<Settings['passes']>;
  readonly settings?: Partial<Settings>;
  readonly clock?: FakeClock;
  /** The data folder of a terminal that was there before. */
  readonly data?: string;
}

/** Opens a terminal; it is closed when the test ends. */
export function openTerminal(options: TerminalOptions = {}): PassTerminal {
  const { terminal = 'gate-1', site = 'hq', clock = buildFakeClock(start) } = options;
  const base = buildSettings();
  const settings: Settings = {
    ...base,
    site: { ...base.site, id: site, terminal },
    passes: { purposes: ['employee'], hours: 12, trust: [], ...options.passes },
    ...options.settings,
  };
  const data = options.data ?? join(makeTemporaryFolder(), 'data');
  const files = buildFiles();
  const folder = openDataFolder(data, files);
  onTestFinished(() => folder.close());
  const { database } = folder;
  const random = buildRandom();
  const secrets = buildSecrets(join(data, 'keys'), random, files);
  const notices = buildNotices(settings);
  transaction(database, () => {
    for (const notice of notices.all) {
      keepNotice(database, notice);
    }
  });
  const log = buildEntryLog({ database, settings, siteKey: secrets.key('site', 32), clock, random });
  const world = { logWorks: true };
  const append = (draft: EntryDraft) => (world.logWorks ? log.append(draft) : undefined);
  const decided = new Map<string, VerificationSnapshot>();
  const codes = new Map<number, string>();
  const logged: unknown[] = [];
  const note = (...said: unknown[]) => logged.push(said);
  const handlers = buildPassHandlers({
    settings,
    database,
    secrets,
    notices,
    verification: {
      get: ({ owner }, id) => {
        const found = owner === 'kiosk:one' ? decided.get(id) : undefined;
        return found === undefined ? problem('not-found') : answer(found);
      },
    },
    append: async (draft) => append(draft),
    appendAct: append,
    outOfService: () => undefined,
    clock,
    random,
    logger: { info: note, warn: note, error: note },
  });
  const visit: PassTerminal['visit'] = (draft = {}) => {
    const outcome = draft.outcome ?? 'admitted';
    const purpose = draft.purpose ?? 'employee';
    const rule = settings.policy.purposes[purpose] ?? { admit: [], refer: [] };
    const notice = notices.all[0];
    if (notice === undefined) {
      throw new TypeError('there is no notice');
    }
    const { version, locale, hash } = notice;
    const row: EntryDraft = {
      outcome,
      channel: 'kiosk',
      purpose,
      status: 2,
      policy: nameRule(purpose, rule),
      consent: { version, locale, hash },
      upstreamRef: 'f'.repeat(64),
      person: { fullName: 'Asha Kumari', mobileNumber: '9876543210' },
      ...draft,
    };
    const { seq, id: entryId, checkCode } = log.append(row);
    const id = `verification-of-entry-${seq}`;
    codes.set(seq, checkCode);
    const status = row.status ?? 2;
    const decision = outcome === 'refused' || outcome === 'referred' ? outcome : 'admitted';
    decided.set(id, { id, state: 'decided', revision: 3, status, decision, entryId, seq, checkCode });
    return id;
  };
  return {
    handlers,
    clock,
    settings,
    keyText: openPassKey(settings.site, secrets).text,
    logged,
    world,
    rows: () => selectEntries(database, 10_000),
    visit,
    codeOf: (seq) => codes.get(seq) ?? '',
    async pass(draft) {
      const issued = await handlers['pass.issue'](visitor, { id: visit(draft) });
      if (!issued.ok) {
        throw new Error(`no pass: ${issued.error.code}`);
      }
      return issued.value;
    },
    use: async (token) => handlers['pass.use'](visitor, { token, locale: 'en' }),
  };
}

/** The answer about a pass that does not hold, with the reason that staff are told. */
export function refused(reason: string) {
  return problem('not-found', { fields: [{ path: 'token', problem: reason }] });
}
