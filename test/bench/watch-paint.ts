/** How long a touch takes to be seen. Part of `npm run bench`. */

/**
 * Runs in the page, before the touch: milliseconds from that until the frame is made in which something of this selector
 * stands below another heading, in its own font.
 */
export function watchPaint(selector: string): { readonly painted: Promise<number> } {
  const before = document.querySelector('h1')?.textContent;
  const painted = new Promise<number>((resolve) => {
    let touchedAt = Number.NaN;
    const noteTouch = (event: PointerEvent) => {
      touchedAt = event.timeStamp;
    };
    document.addEventListener('pointerdown', noteTouch, true);
    const look = async (_changes: unknown, observer: MutationObserver) => {
      if (document.querySelector(selector) === null || document.querySelector('h1')?.textContent === before) {
        return;
      }
      observer.disconnect();
      document.removeEventListener('pointerdown', noteTouch, true);
      await document.fonts.ready;
      requestAnimationFrame(() => {
        // A message that is sent while a frame is being made comes after it.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - touchedAt);
        port2.postMessage(undefined);
      });
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
  return { painted };
}
