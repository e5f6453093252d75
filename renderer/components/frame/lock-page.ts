/**
 * The manners of a touch terminal that CSS cannot give: no menu, no dragging, no selecting, no zoom by pinch, wheel or
 * key. Every touch and key also tells that somebody is there.
 * Runs in the face.
 */

/** Keys that zoom a page together with Ctrl or Meta. */
const zoomKeys = ['+', '-', '=', '0'];

/** Whether text may be selected here: only in a field, to be replaced. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement;
}

/** Locks the page; `onTouch` is called for every touch and key. */
export function lockPage(page: Document, onTouch: () => void): void {
  const refuse = (event: Event) => event.preventDefault();
  page.addEventListener('contextmenu', refuse);
  page.addEventListener('dragstart', refuse);
  page.addEventListener('drop', refuse);
  page.addEventListener('selectstart', (event) => {
    if (!isField(event.target)) {
      refuse(event);
    }
  });
  const actively = { passive: false } as const;
  page.addEventListener('wheel', (event) => event.ctrlKey && refuse(event), actively);
  page.addEventListener('touchmove', (event) => event.touches.length > 1 && refuse(event), actively);
  page.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && zoomKeys.includes(event.key)) {
      refuse(event);
    }
  });
  page.addEventListener('pointerdown', onTouch, { capture: true });
  page.addEventListener('keydown', onTouch, { capture: true });
}
