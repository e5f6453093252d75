/**
 * The events for other systems, a row each.
 * Runs in the operator face, for managers.
 */
import type { WebhookEvent } from '../../../../main/contract/public.ts';
import { FaultIcon, TickIcon } from '../../../components/icons/icons.tsx';
import { Badge } from '../../controls/badge.tsx';
import { Button } from '../../controls/button.tsx';
import { DataTable } from '../../controls/data-table.tsx';
import { Empty } from '../../controls/empty.tsx';
import { useDates } from '../../dates.ts';
import { InfoIcon } from '../../icons/icons.tsx';
import { useWords } from '../../words.ts';
import './systems.css';
import { systemsWords } from './words.ts';

export interface EventTableProps {
  readonly events: readonly WebhookEvent[];
  nameOf(party: string): string;
  onSend(event: WebhookEvent): void;
}

const looks = {
  waiting: { tone: 'notice', icon: InfoIcon, word: 'waiting' },
  delivered: { tone: 'well', icon: TickIcon, word: 'delivered' },
  dead: { tone: 'bad', icon: FaultIcon, word: 'deadState' },
} as const;

const types = ['verification.decided', 'verification.ended'] as const;

/** Shows the table. */
export function EventTable({ events, nameOf, onSend }: EventTableProps) {
  const say = useWords(systemsWords);
  const dates = useDates();
  const sayType = (type: string) => {
    const known = types.find((each) => each === type);
    return known === undefined ? type : say(known);
  };
  return (
    <DataTable
      caption={say('eventsList')}
      rows={events}
      keyOf={({ party, id }) => `${party} ${id}`}
      empty={<Empty title={say('eventsNone')} />}
      columns={[
        { key: 'state', title: say('state'), cell: ({ state }) => <State state={state} /> },
        { key: 'system', title: say('system'), cell: ({ party }) => nameOf(party) },
        {
          key: 'event',
          title: say('event'),
          cell: ({ type, seq }) => (
            <span class="system-name">
              {sayType(type)}
              <span class="code">{say('entry', { seq })}</span>
            </span>
          ),
        },
        { key: 'at', title: say('at'), wide: true, cell: ({ at }) => dates.moment(at) },
        { key: 'tries', title: say('tries'), align: 'end', cell: ({ attempts }) => attempts },
        { key: 'problem', title: say('lastProblem'), cell: ({ lastProblem }) => lastProblem ?? '–' },
        {
          key: 'actions',
          title: say('actions'),
          align: 'end',
          cell: (event) =>
            event.state === 'waiting' ? null : (
              <Button onPress={() => onSend(event)} label={say('sendOf', { seq: event.seq })}>
                {say('send')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function State({ state }: Pick<WebhookEvent, 'state'>) {
  const say = useWords(systemsWords);
  const { tone, icon: StateIcon, word } = looks[state];
  return (
    <Badge tone={tone} icon={<StateIcon />}>
      {say(word)}
    </Badge>
  );
}
