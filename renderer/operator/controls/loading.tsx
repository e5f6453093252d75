/**
 * Something is being fetched. It shows after a short while only, so that what comes at once does not flicker.
 * Runs in the operator face.
 */
import { useWords } from '../words.ts';
import './controls.css';
import { controlWords } from './words.ts';

/** Shows it. */
export function Loading() {
  const say = useWords(controlWords);
  return (
    <p class="loading" role="status">
      {say('loading')}
    </p>
  );
}
