/**
 * Said at the start: whoever has a pass need not touch anything.
 * Runs in the face.
 */
import { Icon } from '../../components/icons/icon.tsx';
import { usePassWords } from './pass-words.ts';

/** Shows the words with the corners of a QR code. */
export function PassHint() {
  const say = usePassWords();
  return (
    <p class="pass-hint">
      <Icon size="1.4em">
        <path d="M3.5 3.5h6v6h-6zM14.5 3.5h6v6h-6zM3.5 14.5h6v6h-6z" />
        <path d="M14.5 14.5h2v2h-2zM20.5 14.5v2M14.5 20.5h2M20.5 20.5h0" />
      </Icon>
      {say('hint')}
    </p>
  );
}
