/**
 * Stands between the kiosk and the upstream and hears what the upstream has truly said, judged without any code of the
 * kiosk's. It can also hold one answer back, so that it comes late. For tests only.
 */
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import type { Fetch, FetchAnswer, FetchRequest } from '../../../main/core/ports.ts';

/** What was heard since the last step began. */
export interface Heard {
  /** How many calls went out. */
  asked: number;
  /** Whether one of them was answered otherwise than a healthy upstream would. */
  trouble: boolean;
  /** Whether a code was called wrong: by its words, or by one of the statuses that may mean it. */
  saidWrong: boolean;
  /** The transactions that codes were sent for, by number: the answers that came whole. */
  readonly sent: Map<string, string>;
  /** The statuses that came whole, signed, fresh and for their own transaction, by transaction. */
  readonly statuses: Map<string, number>;
}

/** How old a signature may be, by kyc-vs.md. Milliseconds. */
const freshMs = 5 * 60_000;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Where the witness knows the times from: milliseconds since 1970. */
export interface Times {
  /** As the kiosk believes. */
  wall(): number;
  /** As it is. */
  truth(): number;
}

export class Witness {
  heard = nothingHeard();
  readonly #inner: Fetch;
  readonly #key: KeyObject;
  readonly #times: Times;
  /** Every transaction that a code was sent for. */
  readonly #known = new Set<string>();
  /** The call whose next answer is held back. */
  #holdNext: string | undefined;
  #onHeld = () => {};
  #release: (() => void) | undefined;

  constructor(inner: Fetch, key: JsonWebKey, times: Times) {
    this.#inner = inner;
    this.#key = createPublicKey({ key, format: 'jwk' });
    this.#times = times;
  }

  /** A new step begins. */
  forget(): void {
    this.heard = nothingHeard();
  }

  /** The next answer of this call is held back. */
  holdNext(call: string): void {
    this.#holdNext = call;
  }

  /** Resolves once an answer is held. */
  untilHeld(): Promise<void> {
    return new Promise((resolve) => {
      this.#onHeld = resolve;
    });
  }

  /** Lets the answer that is held go on. */
  release(): void {
    this.#holdNext = undefined;
    this.#release?.();
    this.#release = undefined;
  }

  /** The port that the kiosk gets. */
  readonly fetch: Fetch = async (request) => {
    const call = /\/v3\/vaccination\/(\w+)$/.exec(request.url)?.[1];
    if (call === undefined) {
      return this.#dated(await this.#inner(request));
    }
    const heard = this.heard;
    heard.asked += 1;
    const answered = await this.#inner(request).catch((fault: unknown) => ({ fault }));
    if (this.#holdNext === call) {
      this.#holdNext = undefined;
      heard.trouble = true;
      await new Promise<void>((resolve) => {
        this.#release = resolve;
        this.#onHeld();
      });
    }
    if ('fault' in answered) {
      heard.trouble = true;
      throw answered.fault;
    }
    // Nobody waits for it any more: nobody has been told.
    if (request.signal?.aborted !== true) {
      this.#listen(heard, call, request, answered);
    }
    return this.#dated(answered);
  };

  /** The sandbox dates its answers by the clock of this machine; here time is what the test says. */
  #dated(answered: FetchAnswer): FetchAnswer {
    return { ...answered, headers: { ...answered.headers, date: new Date(this.#times.truth()).toUTCString() } };
  }

  #listen(heard: Heard, call: string, request: FetchRequest, { status, body }: FetchAnswer): void {
    const fields = readFields(body);
    const asked: Record<string, unknown> = JSON.parse(request.body ?? '{}');
    heard.saidWrong ||= call === 'confirmOTP' && [400, 401].includes(status);
    const said = status === 200 ? fields : {};
    if (call === 'generateOTP' && typeof said.txnId === 'string') {
      heard.sent.set(String(asked.mobile_number), said.txnId);
      this.#known.add(said.txnId);
    } else if (call === 'status' && this.#isAuthentic(said)) {
      heard.statuses.set(readClaims(said.jws).txnId, Number(said.vaccination_status));
    } else if (!(call === 'confirmOTP' && (typeof said.token === 'string' || fields.errorCode === 'USRAUT0014'))) {
      heard.trouble = true;
    }
  }

  #isAuthentic({ vaccination_status, jws }: Record<string, unknown>): boolean {
    const [header, payload, signature] = String(jws).split('.');
    const signed = Buffer.from(`${header}.${payload}`);
    if (!verify(null, signed, this.#key, Buffer.from(signature ?? '', 'base64url'))) {
      return false;
    }
    const claims = readClaims(jws);
    const isFresh = Math.abs(claims.iat * 1000 - this.#times.wall()) <= freshMs;
    return (
      isFresh &&
      this.#known.has(claims.txnId) &&
      [0, 1, 2].some((one) => one === vaccination_status && one === claims.vaccination_status)
    );
  }
}

function nothingHeard(): Heard {
  return { asked: 0, trouble: false, saidWrong: false, sent: new Map(), statuses: new Map() };
}

/** The fields of a body, or none where it is no JSON object in UTF-8. */
function readFields(body: Uint8Array): Record<string, unknown> {
  try {
    return Object(JSON.parse(strictUtf8.decode(body)));
  } catch {
    return {};
  }
}

/** What a signed status claims; the signature has been looked at. */
function readClaims(jws: unknown): { txnId: string; iat: number; vaccination_status: unknown } {
  return JSON.parse(Buffer.from(String(jws).split('.')[1] ?? '', 'base64url').toString());
}
