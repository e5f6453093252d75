/**
 * The passes of this terminal that have not expired, newest first.
 * Runs in the operator face.
 */
import type { PassLine } from '../../../../main/contract/public.ts';
import { TickIcon } from '../../../components/icons/icons.tsx';
import { Badge } from '../../controls/badge.tsx';
import { Button } from '../../controls/button.tsx';
import { DataTable } from '../../controls/data-table.tsx';
import { Empty } from '../../controls/empty.tsx';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-context.ts';
import { DeclinedIcon } from '../../icons/icons.tsx';
import { usePurposes } from '../../purposes.ts';
import { useWords } from '../../words.ts';
import { passesWords } from './words.ts';

export interface PassTableProps {
  readonly passes: readonly PassLine[];
  /** Whether there are more than these. */
  readonly more: boolean;
  onRevoke(seq: number): void;
}

/** Shows the table. */
export function PassTable({ passes, more, onRevoke }: PassTableProps) {
  const say = useWords(passesWords);
  const dates = useDates();
  const purposeOf = usePurposes();
  const { go } = useDesk();
  return (
    <DataTable
      caption={say('list')}
      rows={passes}
      keyOf={({ seq }) => String(seq)}
      empty={<NoPasses />}
      foot={more ? <p class="passes-more">{say('more')}</p> : null}
      columns={[
        {
          key: 'entry',
          title: say('entry'),
          cell: ({ seq }) => (
            <Button weight="quiet" label={say('open', { seq })} onPress={() => go('entries', seq)}>
              {seq}
            </Button>
          ),
        },
        { key: 'purpose', title: say('purpose'), cell: ({ purpose }) => purposeOf(purpose) },
        { key: 'given', title: say('given'), wide: true, cell: ({ issuedAt }) => dates.moment(issuedAt) },
        { key: 'until', title: say('until'), cell: ({ expiresAt }) => dates.moment(expiresAt) },
        { key: 'state', title: say('state'), cell: ({ revoked }) => <State revoked={revoked} /> },
        {
          key: 'actions',
          title: say('actions'),
          align: 'end',
          cell: ({ seq, revoked }) =>
            revoked ? null : (
              <Button weight="danger" label={say('revokeOf', { seq })} onPress={() => onRevoke(seq)}>
                {say('revoke')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function NoPasses() {
  const say = useWords(passesWords);
  return (
    <Empty title={say('none')}>
      <p>{say('noneMore')}</p>
    </Empty>
  );
}

function State({ revoked }: { readonly revoked: boolean }) {
  const say = useWords(passesWords);
  return revoked ? (
    <Badge tone="plain" icon={<DeclinedIcon />}>
      {say('isRevoked')}
    </Badge>
  ) : (
    <Badge tone="well" icon={<TickIcon />}>
      {say('holds')}
    </Badge>
  );
}
