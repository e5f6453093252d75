/**
 * Questions to the core, each under the name of its operation, and a hook that asks while a component is shown.
 * Runs in the operator face.
 */
import type { Answer, CallName, Client, InputOf, OutputOf } from '../../main/contract/public.ts';

/** Asks one operation. It never throws. */
export type Ask = <N extends CallName>(name: N, input: InputOf<N>) => Promise<Answer<OutputOf<N>>>;

type Calls = { readonly [N in CallName]: (input: InputOf<N>) => Promise<Answer<OutputOf<N>>> };

/** Lays the client's methods under one function. */
export function askThrough(client: Client): Ask {
  const calls: Calls = client;
  return (name, input) => calls[name](input);
}
