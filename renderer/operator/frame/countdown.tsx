/**
 * The last seconds before the desk locks itself, quietly, with a way to stay.
 * Runs in the operator face.
 */
import type { ReadonlySignal } from '@preact/signals';
import { ClockIcon } from '../../components/icons/icons.tsx';
import { Button } from '../controls/button.tsx';
import { useWords } from '../words.ts';
import { frameWords } from './words.ts';

export interface CountdownProps {
  readonly secondsLeft: ReadonlySignal<number | undefined>;
  onStay(): void;
}

/** Seconds at which the countdown is spoken; it is drawn every second. */
const spokenAt = [20, 10, 5];

/** Shows the countdown while it runs. */
export function Countdown({ secondsLeft, onStay }: CountdownProps) {
  const say = useWords(frameWords);
  const left = secondsLeft.value;
  const spoken = left === undefined ? undefined : spokenAt.findLast((seconds) => left <= seconds);
  return (
    <aside class="countdown desk-chrome" hidden={left === undefined}>
      <ClockIcon />
      <p aria-hidden="true">{say('locksIn', { count: left ?? 0 })}</p>
      <p class="spoken" role="status">
        {spoken === undefined ? null : say('locksIn', { count: spoken })}
      </p>
      <Button onPress={onStay}>{say('stay')}</Button>
    </aside>
  );
}
