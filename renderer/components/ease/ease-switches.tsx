/**
 * The switches for whoever needs the terminal to be easier, on every screen.
 * Runs in the face.
 */
import { Button } from '../controls/button.tsx';
import { useFace, useSpeech } from '../face-context.ts';
import { AloudIcon, ContrastIcon, LargeTextIcon, ReachIcon } from '../icons/ease-icons.tsx';
import './ease.css';
import { aids } from './ease.ts';

const icons = { reach: ReachIcon, large: LargeTextIcon, contrast: ContrastIcon };

/** Shows one for each aid; a face that is a page in somebody's own browser has none, because the browser has its own. */
export function EaseSwitches() {
  const { ease } = useFace();
  const { say } = useSpeech();
  if (ease === undefined) {
    return null;
  }
  return (
    <fieldset class="ease" aria-label={say('ease.bar')}>
      {aids.map((aid) => {
        const Icon = icons[aid];
        return (
          <Button
            key={aid}
            class={`ease-${aid}`}
            label={say(`ease.${aid}`)}
            pressed={ease.chosen.value.has(aid)}
            onPress={() => ease.turn(aid)}
          >
            <Icon size="1.4em" />
          </Button>
        );
      })}
      <Button
        class="ease-aloud"
        label={say('ease.read')}
        pressed={ease.aloud.value !== undefined}
        onPress={ease.turnAloud}
      >
        <AloudIcon size="1.4em" />
      </Button>
    </fieldset>
  );
}
