/** The operations of operators: the door, who they are, what opens and closes their page. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type OperatorHandlers = Pick<
  Handlers,
  | 'operator.door'
  | 'operator.begin'
  | 'operator.unlock'
  | 'operator.recover'
  | 'operator.get'
  | 'operator.touch'
  | 'operator.lock'
  | 'operator.list'
  | 'operator.add'
  | 'operator.disable'
  | 'operator.reset'
  | 'operator.recoveryCode'
>;

/** Lays the operations onto their parts. */
export function buildOperatorHandlers(): OperatorHandlers {
  return {
    'operator.door': () => problem('not-found'),
    'operator.begin': () => problem('not-found'),
    'operator.unlock': () => problem('not-found'),
    'operator.recover': () => problem('not-found'),
    'operator.get': () => problem('not-found'),
    'operator.touch': () => problem('not-found'),
    'operator.lock': () => problem('not-found'),
    'operator.list': () => problem('not-found'),
    'operator.add': () => problem('not-found'),
    'operator.disable': () => problem('not-found'),
    'operator.reset': () => problem('not-found'),
    'operator.recoveryCode': () => problem('not-found'),
  };
}
