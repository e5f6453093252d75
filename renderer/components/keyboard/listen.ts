/**
 * The listeners that the text keyboard needs beside simple-keyboard's own.
 * Runs in the faces.
 */
import type { Presses } from './presses.ts';

/** The name of the key that an event hit, as simple-keyboard writes it on its buttons. */
function keyOf(event: Event): string | undefined {
  const { target } = event;
  return target instanceof Element ? target.closest<HTMLElement>('[data-skbtn]')?.dataset.skbtn : undefined;
}

/** Listens on the keys: for clicks without a finger, which assistive technology makes, and against other mouse buttons. */
export function listenToKeys(host: HTMLElement, presses: Presses, signal: AbortSignal): void {
  host.addEventListener(
    'click',
    (event) => {
      const name = keyOf(event);
      if (name === '{done}') {
        // The second click of a double touch is not another press.
        if (event.detail < 2) {
          presses.done();
        }
      } else if (name !== undefined && event.detail === 0) {
        presses.press(name);
        presses.release();
      }
    },
    { signal },
  );
  host.addEventListener('pointerdown', (event) => event.button !== 0 && event.stopPropagation(), {
    signal,
    capture: true,
  });
  host.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
}

/** Listens on the page: for the caret and the text of the field, and for the finger that leaves a held key. */
export function listenToPage(page: Document, presses: Presses, signal: AbortSignal): void {
  page.addEventListener('selectionchange', presses.look, { signal });
  page.addEventListener('input', presses.look, { signal, capture: true });
  page.addEventListener('pointerup', presses.release, { signal });
  page.addEventListener('pointercancel', presses.release, { signal });
  page.defaultView?.addEventListener('blur', presses.release, { signal });
}
