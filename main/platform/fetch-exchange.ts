/**
 * One request and its answer on undici's dispatcher, which tells exactly when the first byte leaves.
 * Runs in every Node host.
 */
import type { Dispatcher } from 'undici';
import { type FetchAnswer, FetchFault, type FetchFaultKind, type FetchRequest } from '../core/ports.ts';
import { faultKindOf } from './fetch-fault.ts';
import type { TargetOf } from './fetch-target.ts';

type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Settles once, with the answer or with a FetchFault, whatever undici does afterwards. */
export class FetchExchange implements Dispatcher.DispatchHandler {
  readonly #request: FetchRequest;
  readonly #resolve: (answer: FetchAnswer) => void;
  readonly #reject: (fault: FetchFault) => void;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #status = 0;
  #headers: AnswerHeaders = {};
  #sent = false;
  #settled = false;
  #controller: Dispatcher.DispatchController | undefined;
  #phase: FetchFaultKind = 'connect-timeout';
  #dueAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #timerAt = 0;

  constructor(request: FetchRequest, resolve: (answer: FetchAnswer) => void, reject: (fault: FetchFault) => void) {
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Sends the request; without a dispatcher, because the port is closed, it fails at once. */
  start(dispatcher: Dispatcher | undefined, targetOf: TargetOf): void {
    const { signal, url, method, headers, body, connectMs } = this.#request;
    if (dispatcher === undefined || signal?.aborted) {
      this.#fail('aborted');
      return;
    }
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    this.#bound('connect-timeout', connectMs);
    try {
      const { origin, path } = targetOf(url);
      dispatcher.dispatch({ origin, path, method, headers, body: body ?? null }, this);
    } catch (error) {
      this.onResponseError(null, error);
    }
  }

  /** The connection stands and the request is written next: from here on the upstream may have seen it. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) {
      controller.abort(new Error('given up while connecting'));
      return;
    }
    this.#sent = true;
    this.#bound('headers-timeout', this.#request.headersMs);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: AnswerHeaders): void {
    if (this.#settled || status < 200) {
      return;
    }
    this.#status = status;
    this.#headers = headers;
    const { cutBody, maxBodyBytes } = this.#request;
    if (cutBody === undefined && Number(headers['content-length'] ?? 0) > maxBodyBytes) {
      this.#fail('too-large');
      return;
    }
    this.#bound('body-timeout', this.#request.bodyMs);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) {
      return;
    }
    const { cutBody, maxBodyBytes } = this.#request;
    const room = maxBodyBytes - this.#bytes;
    if (chunk.byteLength <= room) {
      this.#bytes += chunk.byteLength;
      this.#chunks.push(chunk);
    } else if (cutBody) {
      this.#bytes = maxBodyBytes;
      this.#chunks.push(chunk.subarray(0, room));
      this.onResponseEnd();
      this.#controller?.abort(new Error('the rest of the answer is not wanted'));
    } else {
      this.#fail('too-large');
    }
  }

  onResponseEnd(): void {
    if (this.#settle()) {
      const [only, ...more] = this.#chunks;
      const body = only !== undefined && more.length === 0 ? only : Buffer.concat(this.#chunks, this.#bytes);
      const answer = new ArrivedAnswer(this.#status, this.#headers, body);
      // undici frees a connection one turn of the event loop after its answer: who asks again at once shall find it.
      queueMicrotask(() => setImmediate(this.#resolve, answer));
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: unknown): void {
    const secure = this.#request.url.startsWith('https:');
    this.#fail(faultKindOf(error, { sent: this.#sent, answered: this.#status !== 0, secure }));
  }

  readonly #onAbort = (): void => {
    this.#fail('aborted');
  };

  /** Bounds the phase that begins now. A timer that comes before its end stays: it looks again when it fires. */
  #bound(kind: FetchFaultKind, milliseconds: number): void {
    this.#phase = kind;
    this.#dueAt = performance.now() + milliseconds;
    if (this.#timer === undefined || this.#timerAt > this.#dueAt) {
      this.#arm(milliseconds);
    }
  }

  #arm(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timerAt = performance.now() + milliseconds;
    this.#timer = setTimeout(this.#look, milliseconds);
  }

  readonly #look = (): void => {
    const left = this.#dueAt - performance.now();
    if (left > 0) {
      this.#arm(Math.ceil(left));
    } else {
      this.#fail(this.#phase);
    }
  };

  #fail(kind: FetchFaultKind): void {
    if (this.#settle()) {
      const fault = new FetchFault(kind, this.#sent);
      this.#reject(fault);
      this.#controller?.abort(fault);
    }
  }

  #settle(): boolean {
    const first = !this.#settled;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#request.signal?.removeEventListener('abort', this.#onAbort);
    return first;
  }
}

/** An answer whose headers are made out when somebody asks: those of a success nobody reads. */
class ArrivedAnswer implements FetchAnswer {
  readonly status: number;
  readonly body: Uint8Array;
  readonly #headers: AnswerHeaders;

  constructor(status: number, headers: AnswerHeaders, body: Uint8Array) {
    this.status = status;
    this.body = body;
    this.#headers = headers;
  }

  get headers(): Readonly<Record<string, string>> {
    return flatten(this.#headers);
  }
}

/** Lower-case names already; a header that came more than once is joined as RFC 9110 section 5.2 says. */
function flatten(headers: AnswerHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) {
      flat[name] = typeof value === 'string' ? value : value.join(', ');
    }
  }
  return flat;
}
