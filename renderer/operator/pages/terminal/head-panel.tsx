/**
 * The head of the log as a short code that staff write down: what left the terminal cannot be forged on it any more.
 * Runs in the operator face.
 */
import type { Health } from '../../../../main/contract/public.ts';
import { Panel } from '../../controls/panel.tsx';
import { useWords } from '../../words.ts';
import { terminalWords } from './words.ts';

/** Shows the code, in two groups of four, as it is read aloud. */
export function HeadPanel({ head: { size, code } }: { readonly head: Health['head'] }) {
  const say = useWords(terminalWords);
  return (
    <Panel title={say('head-title')}>
      {size === 0 ? (
        <p>{say('head-none')}</p>
      ) : (
        <>
          <p>{say('head-intro', { count: size })}</p>
          <p class="head-code">
            <span class="head-of">{say('head-of', { count: size })}</span>
            <strong translate={false}>{`${code.slice(0, 4)} ${code.slice(4)}`}</strong>
          </p>
        </>
      )}
    </Panel>
  );
}
