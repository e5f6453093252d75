/**
 * What the venue's own machines do when somebody is let in at this terminal (`actions.onAdmitted`): a program is run, or
 * a message posted. Once, at once, and never later: a gate that opens by itself is worse than one that does not open.
 * Nobody waits for it. Part of the core.
 */
import type { HealthCheck } from '../../contract/public.ts';
import type { AdmittedAction, Settings } from '../config/settings.ts';
import type { ReadDatabase } from '../db/database.ts';
import { selectEvidence } from '../entry-log/entries-sql.ts';
import type { AppendedEntry, EntryDraft } from '../entry-log/entry.ts';
import type { Clock, Commands, Fetch, Logger, Secrets, StopSignal } from '../ports.ts';
import { Stop } from '../stop.ts';
import { post } from '../webhooks/post.ts';
import { gateSecret } from './gate-secret.ts';

export interface Gate {
  /** A row is durable. Returns at once, whatever the gate does. */
  noteRow(draft: EntryDraft, entry: AppendedEntry): void;
  /** How the gate answered last; undefined where there is none. */
  check(): HealthCheck | undefined;
  /** Ends what is under way. */
  close(): void;
}

export interface GateParts {
  readonly settings: Pick<Settings, 'actions' | 'site' | 'upstream'>;
  readonly database: ReadDatabase;
  readonly commands: Commands;
  readonly fetch: Fetch;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What the gate is told. Nothing of the person. */
export interface Admission {
  readonly entryId: string;
  readonly seq: number;
  readonly purpose: string;
  readonly channel: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly site: string;
  readonly terminal: string;
}

/** More at once are more than people who can pass; what comes then is not kept for later. */
const mostAtOnce = 8;

/** Builds it; without the setting it does nothing. */
export function buildGate(parts: GateParts): Gate {
  const action = parts.settings.actions.onAdmitted;
  if (action === undefined) {
    return { noteRow: () => {}, check: () => undefined, close: () => {} };
  }
  const { clock, logger } = parts;
  const stop = new Stop();
  const act = buildAction(parts, action);
  let running = 0;
  let last: { readonly problem: string | undefined } | undefined;

  const note = (problem: string | undefined, seq: number): void => {
    last = { problem };
    if (problem !== undefined) {
      logger.warn('gate did not answer', { seq, problem: problem.replaceAll(' ', '-') });
    }
  };
  const run = async ({ seq }: AppendedEntry): Promise<void> => {
    if (stop.aborted) {
      return;
    }
    if (running >= mostAtOnce) {
      note('too many at once', seq);
      return;
    }
    running += 1;
    try {
      const problem = await act(seq, stop);
      if (!stop.aborted) {
        note(problem, seq);
      }
    } catch {
      // A mistake of ours. What was thrown may hold anything, so nothing of it is kept.
      note('internal', seq);
    } finally {
      running -= 1;
    }
  };
  return {
    noteRow(draft, entry) {
      if (isAtThisTerminal(draft)) {
        // The visitor's screen has its answer first: starting a program takes a moment.
        clock.soon(() => void run(entry));
      }
    },
    check: () => describe(last?.problem),
    close: () => stop.abort(),
  };
}

/** Somebody stands here and is let in; whom other systems let in elsewhere is their own matter: they have events. */
function isAtThisTerminal({ outcome, channel, party, atTerminal }: EntryDraft): boolean {
  const isHere = channel === 'kiosk' || channel === 'operator' || atTerminal === true;
  return outcome === 'admitted' && party === undefined && isHere;
}

/** Runs the action for one row. @returns what went wrong, in a few fixed words */
type Action = (seq: number, signal: StopSignal) => Promise<string | undefined>;

function buildAction(parts: GateParts, { command, url, timeoutMs }: AdmittedAction): Action {
  const { database, commands, secrets, settings } = parts;
  if (command !== undefined) {
    const [program, ...args] = command;
    return async (seq, signal) => {
      const admission = readAdmission(database, seq);
      const input = JSON.stringify(admission);
      const env = environmentOf(admission);
      const ended = await commands.run({ command: program, args, env, input, timeoutMs, signal });
      return ended === 'ok' ? undefined : ended;
    };
  }
  if (url === undefined) {
    throw new TypeError('an action is a command or an address');
  }
  const secret = gateSecret(secrets);
  const { userAgent } = settings.upstream;
  return async (seq, signal) => {
    const admission = readAdmission(database, seq);
    const message = { url, secret, id: `act_${admission.entryId}`, body: JSON.stringify(admission), userAgent };
    const posted = await post(parts, message, { connectMs: timeoutMs, totalMs: timeoutMs }, signal);
    return 'problem' in posted ? posted.problem : undefined;
  };
}

function readAdmission(database: ReadDatabase, seq: number): Admission {
  const evidence = selectEvidence(database, seq);
  if (evidence === undefined) {
    throw new RangeError('there is no entry of this number');
  }
  const { id: entryId, purpose, channel, at, site, terminal } = evidence;
  return { entryId, seq, purpose: purpose ?? '', channel, at, site, terminal };
}

function environmentOf({ entryId, seq, purpose, channel, at, site, terminal }: Admission): Record<string, string> {
  return {
    PRAVESH_ENTRY_ID: entryId,
    PRAVESH_SEQ: String(seq),
    PRAVESH_PURPOSE: purpose,
    PRAVESH_CHANNEL: channel,
    PRAVESH_AT: at,
    PRAVESH_SITE: site,
    PRAVESH_TERMINAL: terminal,
  };
}

function describe(problem: string | undefined): HealthCheck {
  return problem === undefined
    ? { name: 'gate', ok: true, detail: 'nothing is known to be wrong' }
    : {
        name: 'gate',
        ok: false,
        detail: `the gate did not answer: ${problem}`,
        todo: 'Look at the gate, and at actions.onAdmitted. Whoever was admitted is let in by hand.',
      };
}
