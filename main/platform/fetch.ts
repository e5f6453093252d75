/**
 * The Fetch port on undici: kept-alive connections, no redirects, no decompression, every phase bounded in time.
 * Runs in every Node host.
 */
import { Agent, type Dispatcher } from 'undici';
import type { Fetch } from '../core/ports.ts';
import { FetchExchange } from './fetch-exchange.ts';
import { buildTargetOf } from './fetch-target.ts';

export interface FetchOptions {
  /** Certificates (PEM) that are trusted instead of the system's, for an upstream with an authority of its own. */
  readonly ca?: string;
}

/** The port, and how a host lets go of its connections. */
export interface NodeFetch {
  readonly fetch: Fetch;
  /** Ends what is under way with the fault `aborted` and closes every connection. */
  close(): Promise<void>;
}

/** The most bytes that the headers of one answer may have. */
const maxHeaderBytes = 16 * 1024;

/**
 * Builds the port. Times and sizes come with each request; a failure is always a FetchFault.
 * Connections are kept for 4 s, or for as long as the upstream announces: one that it has closed is never written to.
 */
export function buildFetch(options: FetchOptions = {}): NodeFetch {
  // undici knows one connect timeout an agent; requests name a handful of values at most.
  const agents = new Map<number, Dispatcher>();
  const targetOf = buildTargetOf();
  let closed = false;
  const agentFor = (connectMs: number): Dispatcher => {
    const known = agents.get(connectMs);
    const agent = known ?? buildAgent(connectMs, options.ca);
    agents.set(connectMs, agent);
    return agent;
  };
  return {
    fetch: (request) =>
      new Promise((resolve, reject) => {
        new FetchExchange(request, resolve, reject).start(closed ? undefined : agentFor(request.connectMs), targetOf);
      }),
    close: async () => {
      closed = true;
      await Promise.all(Array.from(agents.values(), (agent) => agent.destroy()));
    },
  };
}

function buildAgent(connectMs: number, ca: string | undefined): Dispatcher {
  return new Agent({
    allowH2: false,
    connectTimeout: connectMs,
    // The exchange keeps these two itself: undici's bound a pause, not the whole.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: maxHeaderBytes,
    ...(ca === undefined ? {} : { connect: { ca } }),
  });
}
