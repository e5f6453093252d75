/**
 * Who is inside, those who came first first. On paper it is the list for an evacuation.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, Inside, InsideLine } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { type Column, DataTable } from '../../controls/data-table.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-context.ts';
import { usePurposes } from '../../purposes.ts';
import { useWords } from '../../words.ts';
import { insideWords } from './words.ts';

/** Lines that are shown at once; all of them stand on paper. */
const mostShown = 200;

export interface InsideTableProps {
  readonly inside: Inside;
  /** Whether the list is shown to its end. */
  readonly isWhole: boolean;
  onWhole(): void;
  onLeft(seq: number): void;
}

/** Shows the list; nothing where nobody is inside. */
export function InsideTable({ inside, isWhole, onWhole, onLeft }: InsideTableProps) {
  const say = useWords(insideWords);
  const { ask } = useDesk();
  const [problem, setProblem] = useState<ContractProblem>();
  const leave = async (seq: number) => {
    const answer = await ask('inside.leave', { entry: String(seq) });
    setProblem(answer.ok ? undefined : answer.error);
    if (answer.ok) {
      onLeft(seq);
    }
  };
  const columns = useColumns((seq) => void leave(seq));
  const { people, count, more } = inside;
  const shown = isWhole ? people : people.slice(0, mostShown);
  if (count === 0) {
    return null;
  }
  return (
    <>
      {problem === undefined ? null : <Problem problem={problem} instead={{ conflict: say('not-inside') }} />}
      {more ? <p class="inside-more">{say('more', { shown: people.length, count })}</p> : null}
      <DataTable
        caption={say('caption')}
        columns={columns}
        rows={shown}
        keyOf={({ seq }) => String(seq)}
        empty={null}
        foot={
          shown.length === people.length ? null : (
            <div class="inside-rest">
              <Button onPress={onWhole}>{say('whole', { count: people.length })}</Button>
            </div>
          )
        }
      />
    </>
  );
}

function useColumns(onLeave: (seq: number) => void): readonly Column<InsideLine>[] {
  const say = useWords(insideWords);
  const dates = useDates();
  const sayPurpose = usePurposes();
  return [
    { key: 'seq', title: say('number'), align: 'end', cell: ({ seq }) => <span class="code">{seq}</span> },
    {
      key: 'at',
      title: say('since'),
      cell: ({ at }) => (
        <time class="inside-since" dateTime={at}>
          {dates.day(at)}, {dates.time(at)}
        </time>
      ),
    },
    { key: 'name', title: say('name'), cell: ({ name }) => name },
    { key: 'purpose', title: say('purpose'), cell: ({ purpose }) => (purpose === null ? '' : sayPurpose(purpose)) },
    { key: 'code', title: say('code'), cell: ({ checkCode }) => <span class="code">{checkCode}</span> },
    {
      key: 'leave',
      title: say('action'),
      cell: ({ seq }) => (
        <span class="tick-or-leave">
          <Button label={say('left-label', { seq: String(seq) })} onPress={() => onLeave(seq)}>
            {say('leave-go')}
          </Button>
        </span>
      ),
    },
  ];
}
