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

/** The word of the badge. Visitors may be served while something is not well: that is no "all is well". */
export function wordOfState(state: Health['state'], trouble: string | undefined): keyof typeof tones {
  return state === 'in-service' && trouble !== undefined ? 'look-at' : state;
}

const tones = { 'in-service': 'well', 'look-at': 'notice', impaired: 'notice', 'out-of-order': 'bad' } as const;

/** Shows the line; nothing until the first answer is here. */
export function HealthLine() {
  const say = useWords(healthWords);
  const { value } = useHealth();
  if (value === undefined) {
    return null;
  }
  const trouble = firstTrouble(value, say);
  const shown = wordOfState(value.state, trouble);
  return (
    <p class={trouble === undefined ? 'health-line' : 'health-line health-line-long'} role="status">
      <Badge tone={tones[shown]} icon={shown === 'in-service' ? <TickIcon /> : <FaultIcon />}>
        {say(shown)}
      </Badge>
      {trouble === undefined ? null : <span class="health-trouble">{trouble}</span>}
    </p>
  );
}
