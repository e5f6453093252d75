/**
 * The on-screen keyboard for names, in the language's script and in Latin, over simple-keyboard.
 * Runs in the faces; simple-keyboard comes in a file of its own when the first keyboard is shown.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Board } from './board.ts';
import './keyboard.css';
import type { KeyboardOwner } from './labels.ts';

/** Fetches the keyboard's code ahead of its first use, so that it is there at once when it is shown. */
export function preloadTextKeyboard(): Promise<typeof import('./board.ts')> {
  return import('./board.ts');
}

/**
 * Shows the keyboard. The field keeps the focus; Tab passes the keys by, because who has a keyboard needs none.
 * Throws while rendering when its code cannot be loaded, for the face's error boundary.
 */
export function TextKeyboard(props: KeyboardOwner) {
  const { locale, labels } = props;
  const host = useRef<HTMLDivElement>(null);
  const board = useRef<Board | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [fault, setFault] = useState<Error>();
  // A layout effect: it ends with the rendering that takes the keyboard away, not some time after.
  useLayoutEffect(() => {
    let gone = false;
    preloadTextKeyboard().then(
      ({ createBoard }) => {
        if (!gone && host.current !== null) {
          board.current = createBoard(host.current, latest);
        }
      },
      (cause) => setFault(new Error('The on-screen keyboard could not be loaded; start the kiosk again.', { cause })),
    );
    return () => {
      gone = true;
      board.current?.destroy();
      board.current = undefined;
    };
  }, [locale]);
  // The owner may have changed the text by itself.
  useLayoutEffect(() => board.current?.look());
  if (fault !== undefined) {
    throw fault;
  }
  return (
    <fieldset class="text-keyboard" aria-label={labels.keyboard}>
      <div ref={host} class="key-board" />
    </fieldset>
  );
}
