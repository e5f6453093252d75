/**
 * The visitor's own phone, seen from the terminal: the code to be scanned, the wait while the phone is used, and the
 * ways on when it came to nothing. A decision is shown by the screen of all decisions.
 * Runs in the face.
 */
import type { ComponentChildren } from 'preact';
import { Button } from '../../components/controls/button.tsx';
import { Heading } from '../../components/controls/heading.tsx';
import { SpokenCountdown, useRemaining } from '../../components/controls/remaining.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { AgainIcon, ClockIcon } from '../../components/icons/icons.tsx';
import { QrCode } from '../../components/qr/qr-code.tsx';
import type { PhoneView, ScreenOf } from '../../store/screen.ts';
import { WhereToGo } from '../ending/where-to-go.tsx';
import { PhoneIcon } from './phone-icon.tsx';
import { usePhoneWords } from './phone-words.ts';

/** Shows how far it is. */
export function PhoneScreen({ screen }: { readonly screen: ScreenOf<'phone'> }) {
  const { view } = screen;
  switch (view.state) {
    case 'asked':
    case 'waiting':
      return <Scan view={view} />;
    case 'opened':
      return <Opened />;
    case 'expired':
    case 'ended':
    case 'failed':
      return <Nothing key={view.state} reason={view.state} />;
  }
}

/** The code has its place from the beginning, so that nothing moves when it comes. */
function Scan({ view }: { readonly view: Extract<PhoneView, { state: 'asked' | 'waiting' }> }) {
  const words = usePhoneWords();
  return (
    <section class="screen own-phone">
      <Heading>{words.title}</Heading>
      <div class="own-phone-scan">
        <div class="own-phone-code" aria-busy={view.state === 'asked'}>
          {view.state === 'asked' ? <p role="status">{words.asked}</p> : <QrCode text={view.url} name={words.code} />}
        </div>
        <div class="own-phone-words">
          <ol>
            <li>{words.scan}</li>
            <li>{words.open}</li>
            <li>{words.answer}</li>
          </ol>
          <p class="own-phone-left">{view.state === 'asked' ? null : <Left until={view.endsAt} />}</p>
          {view.state === 'asked' ? null : <SpokenCountdown until={view.endsAt} />}
        </div>
      </div>
      <GoOnHere />
    </section>
  );
}

function Left({ until }: { readonly until: number }) {
  const { say } = useSpeech();
  return (
    <>
      <ClockIcon />
      <span>{say('code.left', { time: useRemaining(until) })}</span>
    </>
  );
}

function Opened() {
  const words = usePhoneWords();
  return (
    <section class="screen own-phone own-phone-still">
      <span class="own-phone-sign">
        <PhoneIcon size="1em" />
      </span>
      <Heading key="opened">{words.openedTitle}</Heading>
      <p class="own-phone-text">{words.openedText}</p>
      <GoOnHere />
    </section>
  );
}

function Nothing({ reason }: { readonly reason: 'expired' | 'ended' | 'failed' }) {
  const { store } = useFace();
  const words = usePhoneWords();
  return (
    <section class="screen own-phone own-phone-still">
      <Heading>{words[`${reason}Title`]}</Heading>
      <p class="own-phone-text">{words[`${reason}Text`]}</p>
      {reason === 'ended' ? <WhereToGo display={store.description.value?.display} /> : null}
      <GoOnHere>
        {reason === 'failed' ? null : (
          <Button weight="primary" size="large" icon={<AgainIcon />} onPress={() => store.send({ type: 'use-phone' })}>
            {words.again}
          </Button>
        )}
      </GoOnHere>
    </section>
  );
}

function GoOnHere({ children }: { readonly children?: ComponentChildren }) {
  const { store } = useFace();
  return (
    <div class="own-phone-ways">
      {children}
      <Button size="large" onPress={() => store.send({ type: 'back' })}>
        {usePhoneWords().here}
      </Button>
    </div>
  );
}
