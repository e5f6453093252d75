/**
 * The frame of every end: one colour, one icon, few words, and a countdown that can be prolonged or cut short.
 * Runs in the face.
 */
import type { ComponentChildren } from 'preact';
import { Button } from '../../components/controls/button.tsx';
import { Heading } from '../../components/controls/heading.tsx';
import { SpokenCountdown, useLeft } from '../../components/controls/remaining.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { secondsLeft } from '../../i18n/say.ts';
import { mostExtensions } from '../../store/face-state.ts';
import type { Ending } from '../../store/screen.ts';
import './ending.css';

/** Which of the four ends; each has its own colour. */
export type EndingKind = 'admitted' | 'referred' | 'refused' | 'fault';

export interface EndingFrameProps {
  readonly kind: EndingKind;
  readonly icon: ComponentChildren;
  readonly title: string;
  readonly children: ComponentChildren;
  readonly ending: Ending;
  /** What stands beside the words. */
  readonly aside?: ComponentChildren;
  /** What one can do beside waiting. */
  readonly action?: ComponentChildren;
}

/** Shows an end. */
export function EndingFrame({ kind, icon, title, children, aside, ending, action }: EndingFrameProps) {
  const { store } = useFace();
  const { say } = useSpeech();
  const count = secondsLeft(useLeft(ending.endsAt));
  // In a page an end stays until it is closed.
  const clears = store.state.value.place === 'terminal';
  return (
    <section class={`screen ending ending-${kind}`}>
      <div class="ending-words">
        <span class="ending-icon">{icon}</span>
        <div class="ending-text">
          <Heading>{title}</Heading>
          {children}
        </div>
        {aside}
      </div>
      <div class="ending-foot">
        {clears ? (
          <>
            <p class="ending-clears">{say('common.clears', { count })}</p>
            <SpokenCountdown until={ending.endsAt} />
          </>
        ) : null}
        <div class="ending-actions">
          {action}
          {clears && ending.extensions < mostExtensions ? (
            <Button onPress={() => store.send({ type: 'more-time' })}>{say('common.moreTime')}</Button>
          ) : null}
          <Button weight="primary" onPress={() => store.send({ type: 'done' })}>
            {say('common.done')}
          </Button>
        </div>
      </div>
    </section>
  );
}
