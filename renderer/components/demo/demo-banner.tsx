/**
 * Says on every screen that this is a demonstration, and opens and closes its phone.
 * Runs in the face, in DEMO only.
 */
import { useFace, useSpeech } from '../face-context.ts';
import { PhoneIcon } from '../icons/icons.tsx';
import './demo.css';

/** Shows the banner with the switch of the phone. */
export function DemoBanner() {
  const { phone } = useFace();
  const { say } = useSpeech();
  const isOpen = phone.isOpen.value;
  return (
    <header class="demo-banner">
      <p>{say('demo.banner')}</p>
      <button
        type="button"
        class="demo-switch"
        aria-expanded={isOpen}
        aria-controls="demo-phone"
        onClick={phone.toggle}
      >
        <PhoneIcon />
        {say(isOpen ? 'demo.close' : 'demo.open')}
      </button>
    </header>
  );
}
