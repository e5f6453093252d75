/**
 * The only door of the core: hosts open a kiosk here and call its operations.
 */
import type { Answer, CallerKind, CallName, Client, KioskEvent, StreamName, Unwatch } from '../contract/public.ts';
import type { Settings } from './config/settings.ts';
import type { Ports } from './ports.ts';

/** Who is calling, as the host has established it. `id` tells callers of one kind apart; it is never logged. */
export interface Caller {
  readonly kind: CallerKind;
  readonly id: string;
}

/** What a DEMO's sandbox lets the visitor see: its people, and the SMS of one number. */
export interface DemoPhonePort {
  people(): readonly { fullName: string; mobileNumber: string; status: number }[];
  messages(mobileNumber: string): readonly { text: string; otp: string; sentAt: string }[];
}

export interface KioskOptions {
  readonly settings: Settings;
  /** The data folder; made when it is not there. */
  readonly data: string;
  readonly ports: Ports;
  readonly demoPhone?: DemoPhonePort;
}

/** A running kiosk: it holds the lock of the data folder until it is closed. */
export interface Kiosk {
  /** Runs one call. Parses the input, checks the caller, never throws. */
  call(name: CallName, caller: Caller, input: unknown): Promise<Answer<unknown>>;
  /** Listens; a caller who may not is answered with the fault instead. */
  watch(name: StreamName, caller: Caller, onEvent: (event: KioskEvent) => void): Answer<Unwatch>;
  /** The in-process client, for the CLI and tests. */
  client(caller: Caller): Client;
  /** Whether visitors can be served right now, for `/readyz`. */
  ready(): boolean;
  /** Ends all verifications (their rows are written), closes the log and lets go of the lock. */
  close(): Promise<void>;
}

/** The data folder cannot be opened: in words, with what to do. `code` is stable. */
export class KioskOpenError extends Error {
  readonly code: 'locked' | 'newer-database' | 'not-writable' | 'damaged';

  constructor(code: KioskOpenError['code'], message: string) {
    super(message);
    this.name = 'KioskOpenError';
    this.code = code;
  }
}

/** Opens the data folder and starts serving. Throws a {@link KioskOpenError}. */
export declare function openKiosk(options: KioskOptions): Kiosk;
