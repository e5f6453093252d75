/**
 * The hidden way of staff to their door: five touches in an upper corner within three seconds, or Ctrl, Alt and O on a
 * keyboard. Visitors meet nothing there, and behind it is a PIN.
 * Runs in the face.
 */

const touches = 5;
const withinMs = 3_000;

/** How far a corner reaches, in CSS pixels. */
const reach = 100;

/** Where and when something was touched; `width` is that of the page. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Milliseconds of any clock that never goes back. */
  readonly at: number;
}

/** Counts touches; answers true at the one that opens. A touch elsewhere begins anew. */
export function countKnocks(): (touch: Touch) => boolean {
  let moments: readonly number[] = [];
  let side: 'left' | 'right' | undefined;
  return ({ x, y, width, at }) => {
    const touched = y > reach ? undefined : x <= reach ? 'left' : x >= width - reach ? 'right' : undefined;
    moments = touched === undefined ? [] : [...(touched === side ? moments : []), at].slice(-touches);
    side = touched;
    const isOpen = moments.length === touches && at - (moments[0] ?? at) <= withinMs;
    if (isOpen) {
      moments = [];
    }
    return isOpen;
  };
}

/** Watches a page for both. */
export function watchCorner(page: Document, onOpen: () => void): void {
  const isOpen = countKnocks();
  page.addEventListener(
    'pointerdown',
    ({ clientX, clientY, timeStamp }) => {
      if (isOpen({ x: clientX, y: clientY, width: page.documentElement.clientWidth, at: timeStamp })) {
        onOpen();
      }
    },
    { capture: true },
  );
  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.altKey && event.code === 'KeyO') {
      onOpen();
    }
  });
}
