/**
 * What went wrong, in words for staff and with what to do; codes and messages of the program stay out of it.
 * Runs in the operator face.
 */
import type { Problem as ContractProblem, ErrorCode } from '../../../main/contract/public.ts';
import { AgainIcon, FaultIcon } from '../../components/icons/icons.tsx';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import './controls.css';
import { problemWords } from './problem-words.ts';

export interface ProblemProps {
  readonly problem: ContractProblem;
  /** The page's own words where it knows better what a code means here. */
  readonly instead?: Partial<Readonly<Record<ErrorCode, string>>>;
  /** Offers another try. */
  onAgain?(): void;
}

/** Shows the problem; it is said aloud at once. */
export function Problem({ problem, instead = {}, onAgain }: ProblemProps) {
  const say = useWords(problemWords);
  const { code, retryAfterMs } = problem;
  return (
    <div class="trouble" role="alert">
      <FaultIcon />
      <div class="trouble-words">
        <p>{instead[code] ?? say(code)}</p>
        {retryAfterMs === undefined ? null : <p>{say('wait', { count: Math.ceil(retryAfterMs / 1000) })}</p>}
      </div>
      {onAgain === undefined ? null : (
        <Button icon={<AgainIcon />} onPress={onAgain}>
          {say('again')}
        </Button>
      )}
    </div>
  );
}
