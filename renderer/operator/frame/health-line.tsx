/**
 * The health of the terminal in one line, with what to do when it is not well.
 * Runs in the operator face.
 */
import type { Health } from '../../../main/contract/public.ts';
import { FaultIcon, TickIcon } from '../../components/icons/icons.tsx';
import { Badge } from '../controls/badge.tsx';
import { useWords } from '../words.ts';
import { useHealth } from './health-context.ts';
import { type HealthSay, healthWords, nameOfCheck, troubleOf } from './health-words.ts';

/** The first thing that staff should do something about, in words; undefined when all is well. */
export function firstTrouble(health: Health, say: HealthSay): string | undefined {
  const bad = health.checks.find((check) => !check.ok);
  if (bad !== undefined) {
    return `${nameOfCheck(bad, say)}: ${troubleOf(bad, say)}`;
  }
  return health.state === 'out-of-order' ? say('stopped') : undefined;
}

const tones = { 'in-service': 'well', impaired: 'notice', 'out-of-order': 'bad' } as const;

/** Shows the line; nothing until the first answer is here. */
export function HealthLine() {
  const say = useWords(healthWords);
  const { value } = useHealth();
  if (value === undefined) {
    return null;
  }
  const trouble = firstTrouble(value, say);
  const isWell = value.state === 'in-service';
  return (
    <p class={trouble === undefined ? 'health-line' : 'health-line health-line-long'} role="status">
      <Badge tone={tones[value.state]} icon={isWell ? <TickIcon /> : <FaultIcon />}>
        {say(value.state)}
      </Badge>
      {trouble === undefined ? null : <span class="health-trouble">{trouble}</span>}
    </p>
  );
}
