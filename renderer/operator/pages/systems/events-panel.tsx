/**
 * What other systems are told of, and what became of it; events that were given up stand first and can be sent again.
 * Runs in the operator face, for managers.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, Party, WebhookEvent } from '../../../../main/contract/public.ts';
import { AgainIcon } from '../../../components/icons/icons.tsx';
import { Button } from '../../controls/button.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDesk } from '../../desk-context.ts';
import { useAsked } from '../../use-asked.ts';
import { useWords } from '../../words.ts';
import { inOrder, partiesOfDead } from './event-order.ts';
import { EventTable } from './event-table.tsx';
import { systemsWords } from './words.ts';

/** Shows the panel. */
export function EventsPanel({ parties }: { readonly parties: readonly Party[] }) {
  const say = useWords(systemsWords);
  const newest = useAsked('webhook.list', {});
  const dead = useAsked('webhook.list', { state: 'dead' });
  const again = () => {
    newest.again();
    dead.again();
  };
  const { sent, problem, send } = useSending(again);
  const failed = problem ?? newest.problem ?? dead.problem;
  const nameOf = (id: string) => parties.find((party) => party.id === id)?.name ?? say('removedSystem', { id });
  const events = inOrder(dead.value?.events ?? [], newest.value?.events ?? []);
  const gaveUp = newest.value?.dead ?? 0;
  const waiting = newest.value?.waiting ?? 0;
  return (
    <Panel
      title={say('events')}
      actions={
        <Button icon={<AgainIcon />} onPress={again}>
          {say('refresh')}
        </Button>
      }
    >
      <p class="page-intro">{say('eventsIntro')}</p>
      {gaveUp === 0 ? null : (
        <Note kind="notice">
          <span class="given-up">
            {say('dead', { count: gaveUp })}
            {partiesOfDead(events).map((id) => (
              <Button key={id} onPress={() => void send(id)}>
                {say('sendAll', { name: nameOf(id) })}
              </Button>
            ))}
          </span>
        </Note>
      )}
      {waiting === 0 ? null : <Note kind="info">{say('waitingCount', { count: waiting })}</Note>}
      {sent === undefined ? null : (
        <Note kind="done">{sent === 0 ? say('nothingToSend') : say('sent', { count: sent })}</Note>
      )}
      {failed === undefined ? null : (
        <Problem problem={failed} instead={{ 'not-found': say('nothingToSend') }} onAgain={again} />
      )}
      {newest.value === undefined ? (
        newest.problem === undefined && <Loading />
      ) : (
        <EventTable events={events} nameOf={nameOf} onSend={({ party, id }) => void send(party, id)} />
      )}
    </Panel>
  );
}

interface Sending {
  /** How many events are being sent again; undefined when nothing was asked for. */
  readonly sent: number | undefined;
  readonly problem: ContractProblem | undefined;
  /** Sends one event, or all of a system that were given up. */
  send(party: Party['id'], id?: WebhookEvent['id']): Promise<void>;
}

function useSending(onSent: () => void): Sending {
  const { ask } = useDesk();
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<ContractProblem>();
  return {
    sent,
    problem,
    async send(party, id) {
      setSent(undefined);
      const answer = await ask('webhook.replay', { party, ...(id !== undefined && { id }) });
      setProblem(answer.ok ? undefined : answer.error);
      setSent(answer.ok ? answer.value.events : undefined);
      onSent();
    },
  };
}
