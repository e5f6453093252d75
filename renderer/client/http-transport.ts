/**
 * The transport of the faces in a browser: calls by fetch, streams by server-sent events. The only place that fetches.
 * Runs in the renderer.
 */
import {
  type Answer,
  answer,
  fromHttpProblem,
  operations,
  problem,
  type Transport,
  toHttpCall,
} from '../../main/contract/public.ts';

/** Longer than the core takes for the slowest upstream, so that the core's own fault comes first. Milliseconds. */
const patienceMs = 120_000;

/** What a browser has; tests give their own. */
export interface HttpSurroundings {
  readonly fetch: typeof fetch;
  readonly EventSource: new (url: string) => Pick<EventSource, 'onmessage' | 'close'>;
  /** The origin of the host; empty for a page that comes from it. */
  readonly origin?: string;
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

/** Builds the transport over HTTP. It never throws: what goes wrong on the way is an answer as well. */
export function buildHttpTransport({ fetch, EventSource, origin = '' }: HttpSurroundings): Transport {
  return {
    async call(name, input) {
      const { method, target, body } = toHttpCall(name, input);
      try {
        const response = await fetch(`${origin}${target}`, {
          method,
          ...(body === undefined
            ? {}
            : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
          credentials: 'same-origin',
          cache: 'no-store',
          redirect: 'error',
          signal: AbortSignal.timeout(patienceMs),
        });
        return await readAnswer(response);
      } catch {
        return gone();
      }
    },
    watch(name, onEvent) {
      const { path, event } = operations[name];
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
