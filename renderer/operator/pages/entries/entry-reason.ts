/**
 * Why an entry is as it is, in words.
 * Runs in the operator face.
 */
import { type EntryLine, isErrorCode } from '../../../../main/contract/public.ts';
import { useWords } from '../../words.ts';
import { actWords, sayAct } from './act-words.ts';
import { endWords } from './end-words.ts';

/** Says the reason of an entry: an act, how a visit came to its end, or what an operator wrote. */
export function useReasons(): (line: Pick<EntryLine, 'outcome' | 'reason' | 'byHand'>) => string {
  const act = useWords(actWords);
  const end = useWords(endWords);
  return ({ outcome, reason, byHand }) => {
    if (reason === null || byHand) {
      return reason ?? '';
    }
    if (outcome === 'act') {
      return sayAct(act, reason);
    }
    if (reason === 'cancelled' || reason === 'page-gone' || reason === 'party-removed' || isErrorCode(reason)) {
      return end(reason);
    }
    return reason.startsWith('pass ') ? end('pass') : reason;
  };
}
