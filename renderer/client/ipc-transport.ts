/**
 * The transport of the faces in Electron: the bridge that the preload has exposed, one function an operation.
 * Runs in the renderer.
 */
import {
  type Answer,
  type CallName,
  problem,
  type StreamName,
  type Transport,
  type Unwatch,
} from '../../main/contract/public.ts';

/** What the preload exposes as `window.pravesh`. */
export type Bridge = Readonly<Record<CallName, (input: unknown) => Promise<Answer<unknown>>>> &
  Readonly<Record<StreamName, (onEvent: (event: unknown) => void) => Unwatch>>;

/** Builds the transport over the bridge. It never throws: what goes wrong on the way is an answer as well. */
export function buildIpcTransport(bridge: Bridge): Transport {
  return {
    async call(name, input) {
      try {
        return await bridge[name](input);
      } catch {
        return problem('out-of-order', { message: 'The program behind this page does not answer.' });
      }
    },
    watch: (name, onEvent) => bridge[name](onEvent),
  };
}
