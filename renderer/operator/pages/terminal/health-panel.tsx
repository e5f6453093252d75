/**
 * How the terminal is, thing by thing, each with what to do.
 * Runs in the operator face.
 */
import type { Health } from '../../../../main/contract/public.ts';
import { FaultIcon, TickIcon } from '../../../components/icons/icons.tsx';
import { Badge } from '../../controls/badge.tsx';
import { Panel } from '../../controls/panel.tsx';
import { useWords } from '../../words.ts';
import { terminalWords } from './words.ts';

const known = ['log', 'disk', 'upstream', 'clock', 'operators', 'webhooks', 'gate', 'heartbeat', 'voices'] as const;

const tones = { 'in-service': 'well', impaired: 'notice', 'out-of-order': 'bad' } as const;

/** Shows the things that are looked at; one that this page has no words for shows the core's own. */
export function HealthPanel({ health }: { readonly health: Health }) {
  const say = useWords(terminalWords);
  return (
    <Panel title={say('health-title')} actions={<Badge tone={tones[health.state]}>{say(health.state)}</Badge>}>
      <ul class="checks">
        {health.checks.map(({ name, ok, detail, todo }) => {
          const word = known.find((one) => one === name);
          return (
            <li key={name} class="check">
              <Badge tone={ok ? 'well' : 'bad'} icon={ok ? <TickIcon /> : <FaultIcon />}>
                {say(ok ? 'well' : 'not-well')}
              </Badge>
              <span class="check-name">{word === undefined ? name : say(word)}</span>
              <span class="check-detail" lang="en">
                {detail}
              </span>
              {ok ? null : <p class="check-todo">{word === undefined ? todo : say(`${word}-todo`)}</p>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
