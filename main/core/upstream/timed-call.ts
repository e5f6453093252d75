/** What is told of each request to the upstream once it has ended: how long it took and how it ended, nothing else. */
import type { ErrorCode } from '../../contract/public.ts';
import type { UpstreamCall } from './wire.ts';

/** `given-up`: the visitor has left; all others are the codes of docs/decisions/0004. */
export type CallEnding = 'ok' | 'given-up' | ErrorCode;

export interface TimedCall {
  readonly call: UpstreamCall;
  readonly ending: CallEnding;
  readonly ms: number;
  /** Whether the upstream has answered at all, with whatever status. */
  readonly answered: boolean;
}
