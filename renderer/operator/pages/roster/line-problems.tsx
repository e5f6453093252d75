/**
 * What is wrong with which line of a table, in words.
 * Runs in the operator face.
 */
import type { RosterPreview } from '../../../../main/contract/public.ts';
import { DataTable } from '../../controls/data-table.tsx';
import { type Say, useWords } from '../../words.ts';
import { rosterWords } from './words.ts';

type LineProblem = RosterPreview['problems'][number];

/** Shows the lines; the terminal tells two hundred at most. */
export function LineProblems({ problems, more }: Pick<RosterPreview, 'problems' | 'more'>) {
  const say = useWords(rosterWords);
  return (
    <>
      <h3>{say('problems')}</h3>
      <p>{say('fix-file')}</p>
      <DataTable
        caption={say('problems')}
        columns={[
          { key: 'line', title: say('line'), align: 'end', cell: ({ line }) => line },
          { key: 'column', title: say('column'), cell: ({ column }) => say(`column-${column}`) },
          { key: 'what', title: say('what'), cell: (problem) => describe(problem, say) },
        ]}
        rows={problems}
        empty={null}
        keyOf={({ line, column, problem }) => `${line} ${column} ${problem}`}
        foot={more ? <p class="roster-foot">{say('problems-more')}</p> : null}
      />
    </>
  );
}

/** Two problems mean something else of the whole line than of a cell. */
function describe({ column, problem }: LineProblem, say: Say<keyof typeof rosterWords.en>): string {
  const ofLine = column === 'line' && (problem === 'twice' || problem === 'not-readable');
  return ofLine ? say(`problem-${problem}-line`) : say(`problem-${problem}`);
}
