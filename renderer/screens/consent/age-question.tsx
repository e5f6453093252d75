/**
 * "Are you 18 or older?" Nothing is preset; a "no" leads to a person at once.
 * Runs in the face.
 */
import { Button } from '../../components/controls/button.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { FaultIcon } from '../../components/icons/icons.tsx';

export interface AgeQuestionProps {
  readonly adult: boolean | undefined;
  /** "I agree" was touched before the question was answered. */
  readonly unanswered: boolean;
}

/** Shows the question with its two answers. */
export function AgeQuestion({ adult, unanswered }: AgeQuestionProps) {
  const { store } = useFace();
  const { say } = useSpeech();
  return (
    <fieldset class={unanswered ? 'age age-missing' : 'age'}>
      <legend class="age-words">
        {unanswered ? (
          <span class="problem" role="alert">
            <FaultIcon />
            {say('consent.ageFirst')}
          </span>
        ) : (
          say('consent.age')
        )}
      </legend>
      <div class="age-answers">
        <Button pressed={adult === true} onPress={() => store.send({ type: 'answer-age', adult: true })}>
          {say('consent.yes')}
        </Button>
        <Button pressed={adult === false} onPress={() => store.send({ type: 'answer-age', adult: false })}>
          {say('consent.no')}
        </Button>
      </div>
    </fieldset>
  );
}
