/**
 * The transport of the faces in a browser: calls by fetch, streams by server-sent events. The only place that fetches.
 * Runs in the renderer.
 */
import {
  type Answer,
  answer,
  type CallName,
  fromHttpProblem,
  layOnHttp,
  type Operations,
  problem,
  type Transport,
} from '../../main/contract/public.ts';

/** Longer than the core takes for the slowest upstream, so that the core's own fault comes first. Milliseconds. */
const patienceMs = 120_000;

const jsonHeaders = { 'content-type': 'application/json' };

/** What a browser has; tests give their own. */
export interface HttpSurroundings {
  readonly fetch: typeof fetch;
  readonly EventSource: new (url: string) => Pick<EventSource, 'onmessage' | 'close'>;
  /** The origin of the host; empty for a page that comes from it. */
  readonly origin?: string;
  /** What every call carries beside its own headers: who is calling, where no cookie tells. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

/** The host itself does not answer: for a visitor the terminal is out of order. */
const gone = () => problem('out-of-order', { message: 'The program behind this page does not answer.' });

/** JSON, or undefined where a text is something else. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readAnswer(response: Response): Promise<Answer<unknown>> {
  const body = parseJson(await response.text());
  if (response.ok) {
    return body === undefined ? gone() : answer(body);
  }
  const error = fromHttpProblem(body);
  return error === undefined ? gone() : { ok: false, error };
}

/** Lays an input on a request; undefined where that cannot be, as with half a surrogate pair in an address. */
function layRequest(
  operation: Operations[CallName],
  input: unknown,
): { target: string; init: RequestInit & { headers?: Record<string, string> } } | undefined {
  try {
    const { method, target, body } = layOnHttp(operation, input);
    const content = body === undefined ? {} : { body: JSON.stringify(body), headers: jsonHeaders };
    const signal = AbortSignal.timeout(patienceMs);
    // What lets go of something still arrives when its page goes away meanwhile.
    const keepalive = method === 'DELETE';
    return {
      target,
      init: { method, ...content, keepalive, credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal },
    };
  } catch {
    return undefined;
  }
}

/** The operations that a page knows. */
export type Known = Partial<Operations>;

/** Builds the transport over HTTP. It never throws: what goes wrong on the way is an answer as well. */
export function buildHttpTransport(surroundings: HttpSurroundings, known: Known): Transport {
  const { fetch, EventSource, origin = '', headers = () => ({}) } = surroundings;
  return {
    async call(name, input) {
      const operation = known[name];
      const laid = operation === undefined ? undefined : layRequest(operation, input);
      if (laid === undefined) {
        return problem('invalid-input');
      }
      try {
        const init = { ...laid.init, headers: { ...laid.init.headers, ...headers() } };
        return await readAnswer(await fetch(`${origin}${laid.target}`, init));
      } catch {
        return gone();
      }
    },
    watch(name, onEvent) {
      const operation = known[name];
      if (operation === undefined) {
        return () => {};
      }
      const { path, event } = operation;
      const source = new EventSource(`${origin}${path}`);
      source.onmessage = ({ data }: MessageEvent<unknown>) => {
        const parsed = event.safeParse(typeof data === 'string' ? parseJson(data) : undefined);
        if (parsed.success) {
          onEvent(parsed.data);
        }
      };
      return () => source.close();
    },
  };
}
