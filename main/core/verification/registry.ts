/**
 * The verifications that are open, and those that ended a moment ago, each for the caller who started it alone.
 * In memory only: what must outlive the process is a row in the log.
 */
import type { SetAside } from '../limits/call-budget.ts';
import type { CancelTimer, Clock, Random } from '../ports.ts';
import { Stop } from '../stop.ts';
import { buildEnded } from './ended.ts';
import { isOpen, type Verification } from './transitions.ts';

/** How long the end of a verification can still be asked for. It holds nothing of the person. */
const rememberEndedMs = 60_000;

/** Another system may have lost the answer, and asks again with its `Idempotency-Key` for as long as that is known. */
const rememberForPartyMs = 11 * 60_000;

/** How many may be remembered at once, open ones included: memory has an end, whatever comes in. */
const rememberAtMost = 10_000;

const noTimer: CancelTimer = () => {};

/** One verification with what belongs to it but is not its state. */
export interface Slot {
  readonly id: string;
  readonly owner: string;
  verification: Verification;
  /** Ends calls to the upstream that nobody waits for any more. */
  readonly stop: Stop;
  cancelTimer: CancelTimer;
  /** Settles when the row of its end is written, or could not be; undefined before its end and after that. */
  recorded: Promise<unknown> | undefined;
  /** The calls to the upstream that were set aside for it, and how many of them it has not made yet. */
  calls: VisitCalls | undefined;
}

/** What is left of the calls that a visit may make. */
export interface VisitCalls {
  readonly setAside: SetAside;
  left: number;
}

export interface Registry {
  /** How many are open. */
  openCount(): number;
  /** Takes in a new one under an unguessable identifier (128 bits). */
  add(owner: string, verification: Verification): Slot;
  /** The one of this caller with this identifier. */
  find(owner: string, id: string): Slot | undefined;
  /** Sets the next state; an ended one is forgotten after a minute, that of a party after ten. */
  set(slot: Slot, next: Verification): void;
  /** Calls once after so many milliseconds, instead of what was to be called before. */
  schedule(slot: Slot, milliseconds: number, run: () => void): void;
  open(): Slot[];
  /** Forgets everything. */
  clear(): void;
}

/** Builds an empty registry. */
export function buildRegistry(clock: Clock, random: Random): Registry {
  const slots = new Map<string, Slot>();
  const openSlots = new Set<Slot>();
  const forget = (slot: Slot) => slots.delete(slot.id);
  const ended = buildEnded<Slot>(clock, rememberEndedMs, forget);
  const endedForParties = buildEnded<Slot>(clock, rememberForPartyMs, forget);
  const registry: Registry = {
    openCount: () => openSlots.size,
    add(owner, verification) {
      const id = Buffer.from(random.bytes(16)).toString('base64url');
      const slot: Slot = {
        id,
        owner,
        verification,
        stop: new Stop(),
        cancelTimer: noTimer,
        recorded: undefined,
        calls: undefined,
      };
      slots.set(id, slot);
      openSlots.add(slot);
      if (slots.size > rememberAtMost) {
        (endedForParties.isEmpty() ? ended : endedForParties).forgetOldest();
      }
      return slot;
    },
    find(owner, id) {
      const slot = slots.get(id);
      return slot?.owner === owner ? slot : undefined;
    },
    set(slot, next) {
      slot.verification = next;
      if (!isOpen(next) && next.state !== 'recording') {
        openSlots.delete(slot);
        slot.cancelTimer();
        slot.cancelTimer = noTimer;
        (slot.owner.startsWith('party:') ? endedForParties : ended).add(slot);
      }
    },
    schedule(slot, milliseconds, run) {
      slot.cancelTimer();
      slot.cancelTimer = clock.after(milliseconds, run);
    },
    open: () => Array.from(openSlots),
    clear() {
      for (const slot of slots.values()) {
        slot.cancelTimer();
      }
      ended.clear();
      endedForParties.clear();
      slots.clear();
      openSlots.clear();
    },
  };
  return registry;
}
