/**
 * The end of the program: what was opened is closed, in the reverse order, before the process goes.
 * Runs in Electron's main process.
 */

/** What is asked of Electron's `app`. */
export interface EndingApp {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  exit(code: number): void;
}

export interface Ending {
  /** Adds something to close; what was added last is closed first. */
  add(close: () => Promise<void>): void;
  /** Closes everything and ends the process; the first exit code counts. */
  end(code: number): Promise<void>;
}

/** Builds the ending and ties it to the app's own quitting, which waits for it. */
export function buildEnding(app: EndingApp, report: (error: unknown) => void): Ending {
  const closers: (() => Promise<void>)[] = [];
  let ended: Promise<void> | undefined;

  async function closeAll(code: number): Promise<void> {
    for (const close of closers.reverse()) {
      // One that fails must not keep the others open.
      await close().catch(report);
    }
    app.exit(code);
  }

  const end = (code: number) => {
    ended ??= closeAll(code);
    return ended;
  };
  app.on('will-quit', (event) => {
    event.preventDefault();
    end(0);
  });
  return { add: (close) => closers.push(close), end };
}
