/**
 * Nothing is under way: the visit was left, it is finished, or the page leads nowhere.
 * Runs in the embedded page.
 */
import type { ComponentChildren } from 'preact';
import { Button } from '../components/controls/button.tsx';
import { Heading } from '../components/controls/heading.tsx';
import { useFace, useSpeech } from '../components/face-context.ts';
import { PraveshMark } from '../components/icons/pravesh-mark.tsx';
import { WhereToGo } from '../screens/ending/where-to-go.tsx';
import type { OwnWord } from './words/en.ts';
import { sayOwn } from './words.ts';

export interface RestScreenProps {
  readonly kind: 'party' | 'phone';
  readonly rest: 'left' | 'finished';
  onAgain(): void;
}

/** The visit was left, or is finished. */
export function RestScreen({ kind, rest, onAgain }: RestScreenProps) {
  const { locale } = useSpeech();
  const isLeft = rest === 'left';
  const finished = kind === 'phone' ? 'finishedPhoneText' : 'finishedText';
  return (
    <Still title={isLeft ? 'left' : 'finished'} text={isLeft ? 'leftText' : finished}>
      {isLeft ? (
        <Button weight="primary" size="large" onPress={onAgain}>
          {sayOwn(locale, 'again')}
        </Button>
      ) : null}
    </Still>
  );
}

/** The page leads nowhere. */
export function OverScreen({ kind }: { readonly kind: 'party' | 'phone' }) {
  const isPhone = kind === 'phone';
  return (
    <Still title={isPhone ? 'overPhone' : 'overParty'} text={isPhone ? 'overPhoneText' : 'overPartyText'}>
      <WhereToGo display={useFace().store.description.value?.display} />
    </Still>
  );
}

interface StillProps {
  readonly title: OwnWord;
  readonly text: OwnWord;
  readonly children: ComponentChildren;
}

function Still({ title, text, children }: StillProps) {
  const { locale } = useSpeech();
  return (
    <section class="screen rest">
      <span class="moment-mark">
        <PraveshMark />
      </span>
      <Heading>{sayOwn(locale, title)}</Heading>
      <p>{sayOwn(locale, text)}</p>
      {children}
    </section>
  );
}
