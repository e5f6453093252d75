/**
 * How high the page is, so that the frame around it can be as high and nothing scrolls inside.
 * Runs in the embedded page.
 */

/** Tells the height in whole CSS pixels, now and whenever it changes. */
export function watchHeight(element: HTMLElement, onHeight: (height: number) => void): void {
  let told = 0;
  const watcher = new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height !== told) {
      told = height;
      onHeight(height);
    }
  });
  watcher.observe(element);
}
