/**
 * The PIN of one operator: dots in a field, and a number pad for who has no keys.
 * Runs in the operator face.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { FaultIcon, LockIcon } from '../../components/icons/icons.tsx';
import { NumberPad } from '../../components/keyboard/number-pad.tsx';
import { Button } from '../controls/button.tsx';
import { Problem } from '../controls/problem.tsx';
import { useWords } from '../words.ts';
import { type UnlockNote, type UnlockParts, useUnlock } from './use-unlock.ts';
import { doorWords } from './words.ts';

export interface PinFormProps extends UnlockParts {
  readonly onRecover: () => void;
}

const longestPin = 12;

/** Shows the form. The field keeps the focus, so that keys, number keys and the pad all write into it. */
export function PinForm({ onRecover, ...parts }: PinFormProps) {
  const say = useWords(doorWords);
  const unlock = useUnlock(parts);
  const field = useRef<HTMLInputElement>(null);
  const { pin, note, wait, busy } = unlock;
  // Anew after each try, which has emptied it.
  useLayoutEffect(() => field.current?.focus(), [note]);
  return (
    <form
      class="door-pin"
      onSubmit={(event) => {
        event.preventDefault();
        unlock.tryIt();
      }}
    >
      <label class="entry-label" for="door-pin">
        {say('pin')}
      </label>
      <input
        ref={field}
        id="door-pin"
        class="entry-input door-dots"
        type="password"
        inputMode="none"
        autocomplete="new-password"
        maxLength={longestPin}
        value={pin}
        aria-describedby="door-note door-wait"
        onInput={(event) => unlock.edit(event.currentTarget.value)}
      />
      <div class="door-note">
        <div id="door-note" role="status">
          <Note note={note} />
        </div>
        <p id="door-wait">{wait.left === undefined ? null : say('wait', { time: wait.left })}</p>
      </div>
      <NumberPad
        target={field}
        labels={{ pad: say('pad'), backspace: say('backspace'), clear: say('clear') }}
        onInput={unlock.edit}
      />
      <Button type="submit" weight="primary" icon={<LockIcon />} waits={busy || wait.left !== undefined}>
        {say('unlock')}
      </Button>
      <Button weight="quiet" onPress={onRecover}>
        {say('forgotten')}
      </Button>
    </form>
  );
}

/** What is said of the last try. */
function Note({ note }: { readonly note: UnlockNote | undefined }) {
  const say = useWords(doorWords);
  switch (note?.kind) {
    case 'problem':
      return <Problem problem={note.problem} />;
    case 'short':
    case 'out':
      return <Said words={say(note.kind)} />;
    case 'wrong': {
      const left = note.attemptsLeft === undefined ? '' : ` ${say('left', { count: note.attemptsLeft })}`;
      return <Said words={`${say('wrong')}${left}`} />;
    }
    default:
      return null;
  }
}

function Said({ words }: { readonly words: string }) {
  return (
    <p>
      <FaultIcon />
      <span>{words}</span>
    </p>
  );
}
