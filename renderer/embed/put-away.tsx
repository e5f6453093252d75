/**
 * Said with the result on the visitor's own phone: staff look at the screen at the entrance, not at the phone.
 * Runs in the embedded page.
 */
import { useSpeech } from '../components/face-context.ts';
import './put-away.css';
import { sayOwn } from './words.ts';

/** Says it above the result. */
export function PutAway() {
  const { locale } = useSpeech();
  return <p class="put-away">{sayOwn(locale, 'putAway')}</p>;
}
