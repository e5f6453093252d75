/**
 * The systems that may verify people here.
 * Runs in the operator face, for managers.
 */
import type { Party } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { DataTable } from '../../controls/data-table.tsx';
import { Empty } from '../../controls/empty.tsx';
import { useDates } from '../../dates.ts';
import { usePurposes } from '../../purposes.ts';
import { useWords } from '../../words.ts';
import './systems.css';
import { systemsWords } from './words.ts';

export interface PartyTableProps {
  readonly parties: readonly Party[];
  onRotate(party: Party): void;
  onRemove(party: Party): void;
}

/** Shows the table. */
export function PartyTable({ parties, onRotate, onRemove }: PartyTableProps) {
  const say = useWords(systemsWords);
  const sayPurpose = usePurposes();
  const dates = useDates();
  return (
    <DataTable
      caption={say('list')}
      rows={parties}
      keyOf={({ id }) => id}
      empty={<Empty title={say('none')}>{say('noneWhat')}</Empty>}
      columns={[
        { key: 'name', title: say('name'), cell: (party) => <Name party={party} /> },
        { key: 'origins', title: say('origins'), cell: ({ origins }) => <Origins origins={origins} /> },
        {
          key: 'purposes',
          title: say('purposes'),
          cell: ({ purposes }) => (purposes.length === 0 ? say('all') : purposes.map(sayPurpose).join(', ')),
        },
        {
          key: 'webhook',
          title: say('webhook'),
          cell: ({ webhook }) => <span class="address">{webhook ?? say('noWebhook')}</span>,
        },
        {
          key: 'rate',
          title: say('rate'),
          cell: ({ rate }) => say(rate.seconds === 60 ? 'rateOfMinute' : 'rateOf', { ...rate }),
        },
        { key: 'keySince', title: say('keySince'), wide: true, cell: ({ keySince }) => dates.day(keySince) },
        { key: 'since', title: say('since'), wide: true, cell: ({ since }) => dates.day(since) },
        {
          key: 'actions',
          title: say('actions'),
          align: 'end',
          cell: (party) => (
            <span class="operator-actions">
              <Button onPress={() => onRotate(party)} label={say('rotateOf', { name: party.name })}>
                {say('rotate')}
              </Button>
              <Button weight="danger" onPress={() => onRemove(party)} label={say('removeOf', { name: party.name })}>
                {say('remove')}
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}

function Name({ party: { id, name } }: { readonly party: Party }) {
  return (
    <span class="system-name">
      <strong>{name}</strong>
      <span class="code" translate={false}>
        {id}
      </span>
    </span>
  );
}

function Origins({ origins }: Pick<Party, 'origins'>) {
  const say = useWords(systemsWords);
  return origins.length === 0 ? (
    say('serverOnly')
  ) : (
    <span class="system-name">
      {origins.map((origin) => (
        <span key={origin} class="address">
          {origin}
        </span>
      ))}
    </span>
  );
}
