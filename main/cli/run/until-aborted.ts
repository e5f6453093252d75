/**
 * Waits for a signal.
 * Runs in Node, for the CLI.
 */

/** Resolves when the signal has been aborted. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
