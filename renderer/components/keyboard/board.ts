/**
 * Joins simple-keyboard, which draws the rows of keys and hears the fingers, with the pure rules of typing.
 * simple-keyboard keeps no text here: its own buffer is refused every change, because what a visitor types belongs into
 * the field alone (trust.md P4). Without its highlighting of physical keys it sets no style either.
 * Runs in the faces, loaded when the first keyboard is shown.
 */
import { effect, signal } from '@preact/signals';
import { SimpleKeyboard } from 'simple-keyboard/build/index.modern.esm.js';
import { paintKeys, placeKeys } from './key-faces.tsx';
import type { KeyboardOwner } from './labels.ts';
import { frameOf, rowsOf, scriptOf } from './layouts.ts';
import { listenToKeys, listenToPage } from './listen.ts';
import { createPresses } from './presses.ts';
import { watchRoom } from './room.ts';
import { beginTyping } from './typing.ts';

/** A keyboard on the page. */
export interface Board {
  /** Looks at the field again: its text or caret may have changed. */
  look(): void;
  destroy(): void;
}

/**
 * Puts a keyboard into `host`, an empty `div` of its own.
 * @param latest the owner's words and callbacks as of its last rendering; its locale stays the same
 */
export function createBoard(host: HTMLDivElement, latest: { readonly current: KeyboardOwner }): Board {
  const { locale } = latest.current;
  const own = scriptOf(locale);
  const typing = signal(beginTyping(own));
  const end = new AbortController();
  const room = watchRoom(window, end.signal);
  const presses = createPresses(typing, latest);
  const keyboard = new SimpleKeyboard(host, { ...manners, onKeyPress: presses.press });
  const stopPainting = effect(() => {
    const { script, layer } = typing.value;
    const { columns, rows } = frameOf(script, room.value, own);
    host.dataset.columns = String(columns);
    host.dataset.rows = String(rows);
    keyboard.setOptions({ layout: { keys: [...rowsOf(script, layer, room.value, own)] } });
    placeKeys(host, columns);
    paintKeys(host, typing.value, latest.current);
  });
  listenToKeys(host, presses, end.signal);
  listenToPage(host.ownerDocument, presses, end.signal);
  presses.look();
  return {
    look: presses.look,
    destroy() {
      presses.release();
      end.abort();
      stopPainting();
      keyboard.destroy();
      // On touch screens simple-keyboard leaves a listener behind that keeps all this alive: not with a visitor's name.
      typing.value = beginTyping(own);
    },
  };
}

/** How simple-keyboard behaves: real buttons outside the tab order, no repeating letters, no text and no caret of its own. */
const manners = {
  layout: { keys: [] as string[] },
  layoutName: 'keys',
  theme: '',
  useButtonTag: true,
  buttonAttributes: [
    { attribute: 'type', value: 'button' },
    { attribute: 'tabindex', value: '-1' },
  ],
  preventMouseDownDefault: true,
  disableButtonHold: true,
  disableCaretPositioning: true,
  enableLayoutCandidates: false,
  inputPattern: /^$/,
};
