/**
 * Says on every screen that this is a demonstration, opens and closes its phone, and leads to its desk.
 * Runs in the face, in DEMO only.
 */
import { useFace, useSpeech } from '../face-context.ts';
import { LockIcon, PhoneIcon } from '../icons/icons.tsx';
import './demo.css';

/** Shows the banner with the way to the desk and the switch of the phone. */
export function DemoBanner() {
  const { phone, desk } = useFace();
  const { say } = useSpeech();
  const isOpen = phone.isOpen.value;
  const pin = desk.demoPin.value;
  return (
    <header class="demo-banner">
      <p>{say('demo.banner')}</p>
      {pin === undefined ? null : (
        <button type="button" class="demo-switch" onClick={desk.leave}>
          <LockIcon />
          {say('demo.desk', { pin })}
        </button>
      )}
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
