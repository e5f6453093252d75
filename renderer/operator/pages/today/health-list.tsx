/**
 * The health of the terminal, thing by thing, with what to do.
 * Runs in the operator face.
 */
import { FaultIcon, TickIcon } from '../../../components/icons/icons.tsx';
import { Panel } from '../../controls/panel.tsx';
import { useHealth } from '../../frame/health-context.ts';
import { healthWords, nameOfCheck, troubleOf } from '../../frame/health-words.ts';
import { useWords } from '../../words.ts';
import { todayWords } from './words.ts';

/** Shows the list; nothing until the first answer is here. */
export function HealthList() {
  const say = useWords(healthWords);
  const sayToday = useWords(todayWords);
  const { value } = useHealth();
  if (value === undefined) {
    return null;
  }
  return (
    <Panel title={sayToday('health')}>
      <ul class="health-list">
        {value.checks.map((check) => (
          <li key={check.name} class={check.ok ? 'health-item' : 'health-item health-bad'}>
            {check.ok ? <TickIcon /> : <FaultIcon />}
            <span class="health-name">{nameOfCheck(check, say)}</span>
            <span>{troubleOf(check, say) ?? say('well')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
