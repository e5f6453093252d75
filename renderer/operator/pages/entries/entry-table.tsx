/**
 * The lines of the list.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import type { EntryLine } from '../../../../main/contract/public.ts';
import { type Column, DataTable } from '../../controls/data-table.tsx';
import { OutcomeBadge } from '../../controls/outcome.tsx';
import { useDates } from '../../dates.ts';
import { usePurposes } from '../../purposes.ts';
import { type Say, useWords } from '../../words.ts';
import { useReasons } from './entry-reason.ts';
import { entriesWords } from './words.ts';

export interface EntryTableProps {
  readonly lines: readonly EntryLine[];
  readonly empty: ComponentChildren;
  readonly foot: ComponentChildren;
  readonly selected: number | undefined;
  onOpen(seq: number): void;
}

/** Shows the table. */
export function EntryTable({ lines, empty, foot, selected, onOpen }: EntryTableProps) {
  const say = useWords(entriesWords);
  return (
    <DataTable
      caption={say('caption')}
      columns={useColumns()}
      rows={lines}
      keyOf={({ seq }) => String(seq)}
      selected={selected === undefined ? undefined : String(selected)}
      empty={empty}
      foot={foot}
      onOpen={({ seq }) => onOpen(seq)}
    />
  );
}

function useColumns(): readonly Column<EntryLine>[] {
  const say = useWords(entriesWords);
  const dates = useDates();
  const sayPurpose = usePurposes();
  const sayReason = useReasons();
  return [
    { key: 'seq', title: say('number'), align: 'end', cell: ({ seq }) => <span class="code">{seq}</span> },
    {
      key: 'at',
      title: say('time'),
      cell: ({ at }) => (
        <time class="entry-at" dateTime={at}>
          <span>{dates.day(at)}</span> <span>{dates.time(at)}</span>
        </time>
      ),
    },
    {
      key: 'outcome',
      title: say('outcome'),
      cell: ({ outcome, byHand }) => <OutcomeBadge outcome={outcome} byHand={byHand} />,
    },
    { key: 'code', title: say('code'), cell: ({ checkCode }) => <span class="code">{checkCode}</span> },
    { key: 'name', title: say('name'), cell: ({ name }) => <span class="entry-name">{name}</span> },
    { key: 'purpose', title: say('purpose'), cell: ({ purpose }) => (purpose === null ? '' : sayPurpose(purpose)) },
    { key: 'reason', title: say('reason'), cell: (line) => <span class="entry-reason">{sayReason(line)}</span> },
    { key: 'mobile', title: say('mobile'), wide: true, cell: ({ mobile }) => <span class="entry-name">{mobile}</span> },
    {
      key: 'operator',
      title: say('operator'),
      wide: true,
      cell: ({ operator }) => operatorName(operator, say),
    },
  ];
}

/**
 * How an operator is called; `local` stands for the account that the terminal runs under, and `party:...` for a system
 * that the visitor was verified for.
 */
export function operatorName(operator: EntryLine['operator'], say: Say<'local' | 'for-system'>): string {
  if (operator === null) {
    return '';
  }
  const { id, name } = operator;
  const called = name ?? (id === 'local' ? say('local') : id.replace(/^party:/, ''));
  return id.startsWith('party:') ? say('for-system', { name: called }) : called;
}
