/**
 * The people of the roster by the office's references, page by page.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { RosterPage as PeoplePage } from '../../../../main/contract/public.ts';
import { Badge } from '../../controls/badge.tsx';
import { Button } from '../../controls/button.tsx';
import { type Column, DataTable } from '../../controls/data-table.tsx';
import { Empty } from '../../controls/empty.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { SelectField } from '../../controls/select-field.tsx';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-context.ts';
import { useAsked } from '../../use-asked.ts';
import { useWords } from '../../words.ts';
import { rosterWords } from './words.ts';

type Person = PeoplePage['people'][number];

/** References alone stand side by side. */
const pageLengths = { missing: 100, all: 50 } as const;
const tones = { 0: 'bad', 1: 'notice', 2: 'well' } as const;

/** Shows the panel; `key` it by the import, so that it begins anew with another roster. */
export function PeoplePanel() {
  const say = useWords(rosterWords);
  const [show, setShow] = useState<'missing' | 'all'>('missing');
  const [after, setAfter] = useState<string>();
  const { value, problem, again } = useAsked('roster.list', {
    missing: show === 'missing',
    limit: pageLengths[show],
    ...(after === undefined ? {} : { after }),
  });
  const next = value?.next ?? undefined;
  return (
    <Panel title={say('list')}>
      <div class="people-choice">
        <SelectField
          label={say('show')}
          value={show}
          options={[
            { value: 'missing', label: say('show-missing') },
            { value: 'all', label: say('show-all') },
          ]}
          onChoose={(chosen) => {
            setShow(chosen);
            setAfter(undefined);
          }}
        />
      </div>
      {problem === undefined ? null : <Problem problem={problem} onAgain={again} />}
      {value === undefined && problem === undefined ? <Loading /> : null}
      {value === undefined ? null : show === 'missing' ? (
        <Missing people={value.people} />
      ) : (
        <Everybody people={value.people} />
      )}
      <div class="side-by-side">
        {after === undefined ? null : <Button onPress={() => setAfter(undefined)}>{say('first-page')}</Button>}
        {next === undefined ? null : <Button onPress={() => setAfter(next)}>{say('next-page')}</Button>}
      </div>
    </Panel>
  );
}

interface PeopleProps {
  readonly people: readonly Person[];
}

function Everybody({ people }: PeopleProps) {
  const say = useWords(rosterWords);
  return (
    <DataTable
      caption={say('list-caption')}
      columns={usePersonColumns()}
      rows={people}
      keyOf={({ reference }) => reference}
      empty={<Empty title={say('nobody-at-all')} />}
    />
  );
}

function Missing({ people }: PeopleProps) {
  const say = useWords(rosterWords);
  if (people.length === 0) {
    return <Empty title={say('nobody-missing')} />;
  }
  return (
    <ul class="missing-people" aria-label={say('show-missing')}>
      {people.map(({ reference }) => (
        <li key={reference} class="code">
          {reference}
        </li>
      ))}
    </ul>
  );
}

function usePersonColumns(): readonly Column<Person>[] {
  const say = useWords(rosterWords);
  const dates = useDates();
  const { go } = useDesk();
  return [
    { key: 'reference', title: say('reference'), cell: ({ reference }) => <span class="code">{reference}</span> },
    {
      key: 'status',
      title: say('status'),
      cell: ({ status }) =>
        status === null ? (
          <Badge tone="plain">{say('missing')}</Badge>
        ) : (
          <Badge tone={tones[status]}>{say(`status-${status}`)}</Badge>
        ),
    },
    { key: 'at', title: say('verified-at'), cell: ({ at }) => (at === null ? '' : dates.moment(at)) },
    {
      key: 'entry',
      title: say('entry'),
      align: 'end',
      cell: ({ seq }) =>
        seq === null ? (
          ''
        ) : (
          <Button weight="quiet" onPress={() => go('entries', seq)}>
            {String(seq)}
          </Button>
        ),
    },
  ];
}
