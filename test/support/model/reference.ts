/**
 * The reference: what a kiosk may answer, given what the upstream has truly said, and which rows it owes for it. It is
 * small enough to be believed, and knows nothing of the kiosk's code. For tests only.
 */
import type { Person } from '../../../main/sandbox/sandbox.ts';
import { type Asked, codeOf, type Guest, isOpen, type Moment, must, type Owed, type Send } from './guest.ts';
import { Repeated } from './repeated.ts';
import type { Heard } from './witness.ts';

const codeMs = 180_000;
const idleMs = 300_000;
/** A breaker, or a pause that a 429 asks for, lasts no longer after the last trouble. */
const troubleMs = 300_000;
/** So far a clock may be wrong before a kiosk may refuse to work with it ... */
const wrongClockMs = 5 * 60_000;
/** ... and this it always knows to be wrong. */
const firstYear = Date.UTC(2026, 0, 1);
const windows = [
  { ms: 600_000, most: 3 },
  { ms: 86_400_000, most: 6 },
] as const;
const nobodysFault = ['person-unknown', 'otp-too-soon'];
const unavailable = ['upstream-unavailable', 'upstream-rate-limited'];
const faults = [...nobodysFault, ...unavailable, 'upstream-forbidden', 'upstream-malformed'];

export class Reference {
  guests: Guest[] = [];
  /** Rows that must have come into the log since the last look. */
  owed: Owed[] = [];
  /** The clock was wrong, and nothing has shown since that it is right again. */
  #isClockDoubted = false;
  readonly #isLate: () => boolean;
  readonly #sends = new Set<Send>();
  #troubleAt = Number.NEGATIVE_INFINITY;
  readonly #refusals = new Repeated(5);
  readonly #forgeries = new Repeated(3);

  /** @param isLate whether the answer to a call is still awaited */
  constructor(isLate: () => boolean) {
    this.#isLate = isLate;
  }

  /** A code is about to be asked for. */
  count({ mobile_number }: Person, { wall }: Moment): Send {
    const send = { number: mobile_number, at: wall, stop: this.#stop(wall), isSent: false };
    this.#sends.add(send);
    return send;
  }

  /** It was not asked for after all. */
  uncount(send: Send): void {
    this.#sends.delete(send);
  }

  /** Somebody has tried to begin. @returns the guest, where a code was sent */
  started(person: Person, isParty: boolean, send: Send, now: Moment, heard: Heard, answer: Asked): Guest | undefined {
    const code = codeOf(answer);
    if (code === 'out-of-order') {
      const isReason = send.stop !== undefined || this.#isClockDoubted;
      must(isReason && heard.asked === 0, 'it is out of order for no reason, or asks nevertheless');
      this.uncount(send);
      return undefined;
    }
    must(send.stop === undefined, `it serves although ${send.stop}`);
    const txnId = this.#sent(send, now, heard, answer);
    if (txnId === undefined || !answer.ok) {
      this.owed.push(...(code === 'too-many-requests' ? [] : [rowOf(code)]));
      return undefined;
    }
    const sent = { txnId, otp: undefined, sentAt: now.mono, idleSince: now.mono, attemptsLeft: 3 };
    const { id } = answer.value;
    this.#isClockDoubted = isClockWrong(now);
    const guest: Guest = { id, person, isParty, state: 'awaiting-otp', busy: false, ...sent, endedAt: 0, last: {} };
    this.guests.push(guest);
    return guest;
  }

  /** A new code was asked for, or would have been. @returns whether one was sent */
  resent(guest: Guest, send: Send, now: Moment, heard: Heard, answer: Asked): boolean {
    guest.busy = false;
    const txnId = this.#sent(send, now, heard, answer);
    if (txnId !== undefined) {
      Object.assign(guest, { txnId, otp: undefined, sentAt: now.mono, idleSince: now.mono });
    } else if (codeOf(answer) === 'person-unknown') {
      this.#end(guest, now, rowOf('person-unknown'), { state: 'failed', code: 'person-unknown' });
    }
    return txnId !== undefined;
  }

  /** A code was checked. */
  submitted(guest: Guest, otp: string, now: Moment, heard: Heard, answer: Asked): void {
    this.#note(heard, now);
    const code = codeOf(answer);
    const status = heard.statuses.get(guest.txnId);
    if (status !== undefined || code === 'upstream-signature-invalid') {
      this.#forgeries.note(status === undefined, now.mono);
    }
    if (answer.ok && answer.value.state === 'decided') {
      const { decision, status: shown } = answer.value;
      must(otp === guest.otp, 'a code that is not the newest on the phone leads to a decision');
      must(status === shown, `status ${shown} is shown, and ${status} was authentically answered`);
      must(decision === ['refused', 'referred', 'admitted'][shown], `status ${shown} is ${decision}`);
      this.#end(guest, now, { outcome: decision, reason: null, status: shown }, answer.value);
      return;
    }
    must(status === undefined, `an authentic answer leads to ${code}`);
    if (code !== 'otp-wrong' && code !== 'otp-exhausted') {
      const isUnsigned = code === 'upstream-signature-invalid' && heard.trouble;
      must(isUnsigned || (faults.includes(code) && this.#isExcused(heard, now)), `${code} for no reason`);
      this.#end(guest, now, rowOf(code), { state: 'failed', code });
      return;
    }
    must(heard.saidWrong, 'a code is called wrong that the upstream has not called so');
    Object.assign(guest, { state: 'awaiting-otp', attemptsLeft: guest.attemptsLeft - 1, idleSince: now.mono });
    must((guest.attemptsLeft === 0) === (code === 'otp-exhausted'), `${code} with ${guest.attemptsLeft} left`);
    if (guest.attemptsLeft === 0) {
      this.#end(guest, now, { ...rowOf(code), outcome: 'not-verified' }, { state: 'failed', code });
    }
  }

  /** How a call for this guest must be answered at once, without asking anybody; undefined where it goes on. */
  refusal(guest: Guest, call: 'get' | 'submit' | 'resend', now: Moment): string | undefined {
    const isCodeOver = now.mono >= guest.sentAt + codeMs;
    if (guest.state === 'lost' || (guest.state === 'ended' && now.mono >= guest.endedAt + rememberedMs(guest))) {
      return 'not-found';
    }
    if (call === 'get') {
      return undefined;
    }
    if (guest.state !== 'awaiting-otp' || guest.busy) {
      return 'conflict';
    }
    return call === 'submit' && isCodeOver
      ? 'otp-expired'
      : call === 'resend' && !isCodeOver
        ? 'otp-too-soon'
        : undefined;
  }

  /** They leave, or are made to. */
  left(guest: Guest, now: Moment, reason: string): void {
    if (isOpen(guest)) {
      this.#end(guest, now, { outcome: 'not-verified', reason, status: null }, { state: 'cancelled' });
    }
  }

  /** When the next guest is given up, who does not come back. */
  nextExpiry(): number {
    const waiting = this.guests.filter(({ state }) => state === 'awaiting-otp');
    return Math.min(...waiting.map(({ idleSince }) => idleSince + idleMs));
  }

  /** Time has passed, or somebody has set the clock. */
  passed(now: Moment): void {
    this.#isClockDoubted ||= isClockWrong(now);
    this.#refusals.passed(now.mono);
    this.#forgeries.passed(now.mono);
    for (const send of this.#sends) {
      // A day later it may be forgotten, also when the clock is set back again.
      send.isSent &&= send.at > now.wall - 86_400_000;
    }
    for (const guest of this.guests) {
      if (guest.state === 'awaiting-otp' && now.mono >= guest.idleSince + idleMs) {
        this.#end(guest, now, { outcome: 'not-verified', reason: 'otp-expired', status: null }, { state: 'expired' });
      }
    }
  }

  /** The program has ended and begun again: what it knew only by heart is gone, and what it has counted is not. */
  restarted({ mono }: Moment): void {
    for (const guest of this.guests) {
      guest.state = 'lost';
    }
    this.#refusals.restarted(mono);
    this.#forgeries.restarted(mono);
  }

  /** Staff say that the terminal serves again. */
  resumed(): void {
    this.#refusals.forget();
    this.#forgeries.forget();
  }

  /** Why nobody may begin now, if so. */
  #stop(wall: number): string | undefined {
    if (wall < firstYear) {
      return 'it is the year of a clock that was never set';
    }
    if (this.#refusals.isOver()) {
      return 'the upstream has refused it again and again';
    }
    return this.#forgeries.isOver() ? 'statuses were forged again and again' : undefined;
  }

  /** Whether a code may be sent, was sent, and is told as it was. @returns its transaction */
  #sent(send: Send, now: Moment, heard: Heard, answer: Asked): string | undefined {
    this.#note(heard, now);
    const code = codeOf(answer);
    // What was counted after this one, while its answer was late, was not there when it was asked for.
    const all = Array.from(this.#sends);
    const others = all.slice(0, all.indexOf(send)).filter(({ number }) => number === send.number);
    const inWindow = (ms: number) => others.filter(({ at }) => Math.min(at, send.at) > send.at - ms);
    if (heard.asked === 0) {
      this.uncount(send);
    }
    if (code === 'too-many-requests') {
      must(heard.asked === 0 && windows.some(({ ms, most }) => inWindow(ms).length >= most), 'too many of too few');
      return undefined;
    }
    for (const { ms, most } of heard.asked > 0 ? windows : []) {
      must(inWindow(ms).filter(({ isSent }) => isSent).length < most, `more than ${most} codes in ${ms} ms`);
    }
    const txnId = heard.sent.get(send.number);
    send.isSent = answer.ok;
    must(answer.ok === (txnId !== undefined), `a code was ${answer.ok ? 'not ' : ''}sent, and ${code} is said`);
    must(answer.ok || (faults.includes(code) && this.#isExcused(heard, now)), `${code} for no reason`);
    if (answer.ok || code === 'upstream-forbidden') {
      this.#refusals.note(!answer.ok, now.mono);
    }
    return txnId;
  }

  #note(heard: Heard, now: Moment): void {
    this.#troubleAt = heard.trouble ? now.mono : this.#troubleAt;
  }

  /** Whether the upstream, now or a while ago, gave reason for a fault; nobody is let in while a trial call is late. */
  #isExcused(heard: Heard, now: Moment): boolean {
    const isTrial = this.#isLate() && Number.isFinite(this.#troubleAt);
    return heard.trouble || (heard.asked === 0 && (isTrial || now.mono <= this.#troubleAt + troubleMs));
  }

  #end(guest: Guest, now: Moment, row: Owed, last: object): void {
    Object.assign(guest, { state: 'ended', busy: false, endedAt: now.mono, last });
    this.owed.push(row);
  }
}

/** Whether a kiosk may find that its clock is wrong. */
export function isClockWrong({ wall, truth }: Moment): boolean {
  return Math.abs(wall - truth) > wrongClockMs || wall < firstYear;
}

function rememberedMs({ isParty }: Guest): number {
  return isParty ? 660_000 : 60_000;
}

function rowOf(code: string): Owed {
  return { outcome: nobodysFault.includes(code) ? 'not-verified' : 'fault', reason: code, status: null };
}
