/**
 * What is shown where there is no desk and no door: one sentence that says why.
 * Runs in the operator face.
 */
import { PraveshMark } from '../../components/icons/pravesh-mark.tsx';
import { useWords } from '../words.ts';
import './frame.css';
import { frameWords } from './words.ts';

export interface StillProps {
  readonly word: 'waiting' | 'gone' | 'shutOut' | 'crashed';
}

/** Shows the sentence. */
export function Still({ word }: StillProps) {
  const say = useWords(frameWords);
  return (
    <main class="still">
      <PraveshMark size="4rem" />
      <p role="status">{say(word)}</p>
    </main>
  );
}
