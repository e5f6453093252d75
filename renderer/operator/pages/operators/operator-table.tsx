/**
 * The operators of this terminal, those who may unlock first.
 * Runs in the operator face.
 */
import type { Operator } from '../../../../main/contract/public.ts';
import { LockIcon, TickIcon } from '../../../components/icons/icons.tsx';
import { Badge } from '../../controls/badge.tsx';
import { Button } from '../../controls/button.tsx';
import { DataTable } from '../../controls/data-table.tsx';
import { Empty } from '../../controls/empty.tsx';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-context.ts';
import { DeclinedIcon } from '../../icons/icons.tsx';
import { useWords } from '../../words.ts';
import { operatorsWords } from './words.ts';

export interface OperatorTableProps {
  readonly operators: readonly Operator[];
  onReset(operator: Operator): void;
  onDisable(operator: Operator): void;
}

const tones = { active: 'well', 'locked-out': 'bad', disabled: 'plain' } as const;
const icons = { active: TickIcon, 'locked-out': LockIcon, disabled: DeclinedIcon } as const;

/** Those who may unlock first, each group by name. */
export function inOrder(operators: readonly Operator[]): readonly Operator[] {
  const rank = ({ state }: Operator) => (state === 'disabled' ? 1 : 0);
  return operators.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/** Shows the table. */
export function OperatorTable({ operators, onReset, onDisable }: OperatorTableProps) {
  const say = useWords(operatorsWords);
  const dates = useDates();
  const { session } = useDesk();
  const own = session.value.operator.id;
  return (
    <DataTable
      caption={say('list')}
      rows={inOrder(operators)}
      keyOf={({ id }) => id}
      empty={<Empty title={say('none')} />}
      columns={[
        {
          key: 'name',
          title: say('name'),
          cell: ({ id, name }) => (
            <>
              <strong>{name}</strong>
              {id === own ? ` (${say('you')})` : null}
            </>
          ),
        },
        { key: 'role', title: say('role'), cell: ({ role }) => say(role) },
        { key: 'state', title: say('state'), cell: (operator) => <State operator={operator} /> },
        { key: 'since', title: say('since'), wide: true, cell: ({ since }) => dates.day(since) },
        {
          key: 'actions',
          title: say('actions'),
          align: 'end',
          cell: (operator) => (
            <span class="operator-actions">
              <Button onPress={() => onReset(operator)} label={say('resetOf', { name: operator.name })}>
                {say('reset')}
              </Button>
              {operator.state === 'disabled' ? null : (
                <Button
                  weight="danger"
                  onPress={() => onDisable(operator)}
                  label={say('disableOf', { name: operator.name })}
                >
                  {say('disable')}
                </Button>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function State({ operator: { state } }: { readonly operator: Operator }) {
  const say = useWords(operatorsWords);
  const StateIcon = icons[state];
  return (
    <Badge tone={tones[state]} icon={<StateIcon />}>
      {say(state)}
    </Badge>
  );
}
