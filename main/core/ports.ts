/**
 * What the core asks of its surroundings. `main/platform` answers for Node; tests answer by hand.
 * The core uses no clock, no randomness, no network and no file system but these.
 */

/** Ends a timer; calling it again does nothing. */
export type CancelTimer = () => void;

/** Time. Wall time may jump; monotonic time never goes back and is what deadlines are made of. */
export interface Clock {
  /** Milliseconds since 1970 in UTC, as the machine believes. */
  now(): number;
  /** Milliseconds since some fixed moment; never goes back, also when somebody sets the clock. */
  monotonic(): number;
  /** Calls once after so many milliseconds. It does not keep a process alive. */
  after(milliseconds: number, run: () => void): CancelTimer;
  /** Calls once as soon as what has already come in has been looked at. */
  soon(run: () => void): void;
}

/** Randomness fit for keys and identifiers. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** A request to the upstream; times in milliseconds, size in bytes. */
export interface FetchRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly connectMs: number;
  /** From the request's last byte to the answer's last header. */
  readonly headersMs: number;
  /** From the first to the last byte of the answer's body. */
  readonly bodyMs: number;
  readonly maxBodyBytes: number;
  /** Of a longer body its beginning is taken, instead of the fault `too-large`. */
  readonly cutBody?: true;
  /** Aborting it ends the request at once, with the fault `aborted`. */
  readonly signal?: StopSignal;
}

/** The word that nobody waits any longer: as much of an AbortSignal as is used here, so that any of those will do. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** An answer as it came, whatever its status; redirects are not followed. Header names are lower case. */
export interface FetchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Why no answer came. */
export type FetchFaultKind =
  | 'dns'
  | 'refused'
  | 'connect-timeout'
  | 'tls'
  | 'reset'
  | 'headers-timeout'
  | 'body-timeout'
  | 'too-large'
  | 'protocol'
  | 'aborted';

/** No answer came. `sent` is false only when it is certain that the upstream saw nothing of the request. */
export class FetchFault extends Error {
  readonly kind: FetchFaultKind;
  readonly sent: boolean;

  constructor(kind: FetchFaultKind, sent: boolean) {
    super(`no answer: ${kind}`);
    this.name = 'FetchFault';
    this.kind = kind;
    this.sent = sent;
  }
}

/** Asks over the network. Throws nothing but a {@link FetchFault}. */
export type Fetch = (request: FetchRequest) => Promise<FetchAnswer>;

/** What may stand in a log line: never a name, a number, a code, a token or a raw error of a library. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** The diagnostic log (not the entry log): an event in a few fixed words, and fields. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Keys that the terminal makes at its first start and keeps for good. */
export interface Secrets {
  /** The key of this name; made of random bytes when there is none yet, durable before it is returned. */
  key(name: string, bytes: number): Uint8Array;
}

/** The few facts about files that the core must know; SQLite opens its own. */
export interface Files {
  /** Makes a folder, with its parents, that only its owner may read (0700). */
  makeFolder(path: string): void;
  /** Makes a file readable by its owner only (0600). */
  protect(path: string): void;
  /** Bytes that may still be written to the medium of this folder. */
  freeBytes(folder: string): number;
  /** Bytes of a file; 0 where there is none. */
  sizeOf(path: string): number;
  /** The text of a file (UTF-8), or undefined where there is none. Throws when it cannot be read. */
  readText(path: string): string | undefined;
  /** Writes a small file for its owner alone (0600), whole or not at all, and durable when this returns. */
  writeText(path: string, text: string): void;
  /** The names in a folder; none where there is no such folder. */
  list(folder: string): string[];
  /** Removes a file; one that is not there is no fault. */
  remove(path: string): void;
}

/** A program that is run once; no shell reads its arguments. */
export interface CommandRequest {
  readonly command: string;
  readonly args: readonly string[];
  /** What it gets beside the few variables that every program needs. */
  readonly env: Readonly<Record<string, string>>;
  /** What it reads on its standard input. */
  readonly input: string;
  /** After so many milliseconds it is ended, with all that it has started. */
  readonly timeoutMs: number;
  /** Aborting it ends the program at once. */
  readonly signal?: StopSignal;
}

/** Runs programs of the venue's own. */
export interface Commands {
  /** `ok` where it ended with exit code 0 in time; else why not, in a few fixed words. Never throws. */
  run(request: CommandRequest): Promise<'ok' | 'missing' | 'failed' | 'timeout'>;
}

/** A file that is being written, from its first byte to its last. */
export interface NewFile {
  write(bytes: Uint8Array): void;
  /** Makes it durable (fsync) and closes it. */
  close(): void;
  /** Closes it as it is; what follows is its removal. Never throws. */
  abandon(): void;
}

/**
 * What an export asks of a medium, in the thread of its worker, where waiting is no harm. Faults are those of the
 * system, with their codes.
 */
export interface ExportFiles {
  freeBytes(folder: string): number;
  /** The names in a folder. */
  list(folder: string): string[];
  exists(path: string): boolean;
  /** Makes a folder that is not there yet. */
  makeFolder(path: string): void;
  /** Makes a file that is not there yet. */
  create(path: string): NewFile;
  /** Reads a file from its first byte to its last; a piece is good until the next one. */
  read(path: string): Iterable<Uint8Array>;
  rename(from: string, to: string): void;
  /** Makes the names in a folder durable. */
  syncFolder(path: string): void;
  /** Removes a file, or a folder with all that is in it; one that is not there is no fault. */
  remove(path: string): void;
}

/** A removable medium. */
export interface MountedDrive {
  readonly name: string;
  /** Where it is mounted. */
  readonly folder: string;
  readonly freeBytes: number;
  readonly readOnly: boolean;
}

/** What exports need of the host that they run in. */
export interface ExportHost {
  /** The built entry of the worker thread, an absolute path. */
  readonly worker: string;
  /** The built page that verifies an export, an absolute path. */
  readonly page: string;
  /** The removable media that are mounted now. */
  drives(): MountedDrive[];
}

/** What a backup asks of the file system; SQLite writes the pages. Faults are those of the system, with their codes. */
export interface BackupFiles {
  exists(path: string): boolean;
  /** Makes an empty file for its owner alone (0600). Fails with EEXIST where there is something of that name. */
  reserve(path: string): void;
  /** Makes the content of a file durable (fsync). */
  sync(path: string): void;
  /** Gives a file a second name beside its own. A file system without links moves it instead. */
  keep(path: string, name: string): void;
  /** Moves a file to its name, durably. Without `replace` it fails with EEXIST where the name is taken. */
  publish(from: string, to: string, options: { readonly replace: boolean }): void;
  /** Removes a file; one that is not there is no fault. */
  remove(path: string): void;
}

/** All ports together, for the composition root; inside, ask for the one that is needed. */
export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: Fetch;
  readonly logger: Logger;
  readonly secrets: Secrets;
  readonly files: Files;
  readonly commands: Commands;
}
