/**
 * The demonstration's phone, beside the screen and never over it: whom one may play, and the SMS that came.
 * Runs in the face, in DEMO only.
 */
import { useState } from 'preact/hooks';
import type { DemoMessage, DemoPerson } from '../../store/demo-phone.ts';
import { useFace, useSpeech } from '../face-context.ts';
import { MessageIcon, NextIcon, PersonIcon } from '../icons/icons.tsx';
import './demo.css';

/** How many people the phone shows at once; a touch shows the next ones. */
const peopleAtOnce = 3;

/** Shows the phone while it is open. */
export function DemoPanel() {
  const { phone, store } = useFace();
  const { say } = useSpeech();
  if (!phone.isOpen.value) {
    return null;
  }
  const isDetails = store.screen.value.name === 'details';
  return (
    <aside id="demo-phone" class="demo-phone" aria-label={say('demo.phone')}>
      {isDetails ? <People people={phone.people.value} /> : <Messages messages={phone.messages.value} />}
    </aside>
  );
}

const statusWords = ['demo.none', 'demo.part', 'demo.full'] as const;

function People({ people }: { readonly people: readonly DemoPerson[] }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const [first, setFirst] = useState(0);
  const shown = people.slice(first, first + peopleAtOnce);
  const next = first + peopleAtOnce < people.length ? first + peopleAtOnce : 0;
  return (
    <>
      <p class="demo-title">{say('demo.people')}</p>
      <ul class="demo-people">
        {shown.map(({ fullName, mobileNumber, status }) => (
          <li key={`${fullName} ${mobileNumber}`}>
            <button
              type="button"
              class="demo-person"
              onClick={() => store.send({ type: 'play', fullName, mobileNumber })}
            >
              <PersonIcon />
              <span class="demo-who">
                <span class="demo-name">{fullName}</span>
                <span class="demo-status">{say(statusWords[status] ?? 'demo.none')}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {people.length > peopleAtOnce ? (
        <button type="button" class="demo-person demo-more" onClick={() => setFirst(next)}>
          <NextIcon />
          <span class="demo-name">{say('demo.others')}</span>
        </button>
      ) : null}
    </>
  );
}

function Messages({ messages }: { readonly messages: readonly DemoMessage[] }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const newest = messages[messages.length - 1];
  if (newest === undefined) {
    return <p class="demo-title">{say('demo.waiting')}</p>;
  }
  return (
    <>
      <p class="demo-title">{say('demo.use')}</p>
      <button type="button" class="demo-message" onClick={() => store.send({ type: 'edit-otp', text: newest.otp })}>
        <MessageIcon />
        <span lang="en">{newest.text}</span>
      </button>
    </>
  );
}
