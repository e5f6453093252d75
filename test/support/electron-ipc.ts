/**
 * A double of Electron's messages between the processes: values are cloned as structured clones both ways, so that
 * a function, a class or a symbol cannot cross, and answers come later, never at once.
 */
import { EventEmitter } from 'node:events';

/** Where a message comes from, as `ipcMain` tells its handlers. */
export interface SenderEventDouble {
  readonly sender: ContentsDouble;
  readonly senderFrame: FrameDouble | null;
}

/** A frame of a page. */
export interface FrameDouble {
  readonly origin: string;
  readonly parent: FrameDouble | null;
  executeJavaScript?(code: string): Promise<unknown>;
}

type Handler = (event: SenderEventDouble, ...values: unknown[]) => unknown;

/** The `webContents` of a window, as far as the host uses them. */
export class ContentsDouble extends EventEmitter {
  readonly mainFrame: FrameDouble;
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  /** What was done to it, in order. */
  readonly did: string[] = [];
  readonly #listeners = new Map<string, Set<(event: unknown, ...values: unknown[]) => void>>();
  #isDestroyed = false;

  /** What the page answers to a script of its host; a page that hangs never does. */
  script: (code: string) => Promise<unknown> = async () => 'painted';
  #isCrashed = false;

  constructor(mainFrame: FrameDouble) {
    super();
    this.mainFrame = { ...mainFrame, executeJavaScript: (code) => this.script(code) };
  }

  isCrashed(): boolean {
    return this.#isCrashed;
  }

  /** Its process ends. */
  crash(reason = 'crashed'): void {
    this.#isCrashed = true;
    this.emit('render-process-gone', {}, { reason, exitCode: 1 });
  }

  forcefullyCrashRenderer(): void {
    this.crash('killed');
  }

  /** It has a process again. */
  revive(): void {
    this.#isCrashed = false;
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  async setVisualZoomLevelLimits(least: number, most: number): Promise<void> {
    this.did.push(`pinch ${least} to ${most}`);
  }

  setZoomFactor(factor: number): void {
    this.did.push(`zoom ${factor}`);
  }

  closeDevTools(): void {
    this.did.push('close tools');
  }

  invalidate(): void {
    this.did.push('paint');
  }

  async insertCSS(css: string): Promise<string> {
    this.did.push(css);
    return 'key';
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.emit('destroyed');
  }

  /** Sends to the page; what cannot be cloned throws, as in Electron. */
  send(channel: string, ...values: unknown[]): void {
    if (this.#isDestroyed) {
      throw new TypeError('Object has been destroyed');
    }
    const sent: unknown[] = structuredClone(values);
    queueMicrotask(() => {
      for (const listener of this.#listeners.get(channel) ?? []) {
        listener({}, ...sent);
      }
    });
  }

  listen(channel: string, listener: (event: unknown, ...values: unknown[]) => void): void {
    this.#listeners.set(channel, (this.#listeners.get(channel) ?? new Set()).add(listener));
  }

  unlisten(channel: string, listener: (event: unknown, ...values: unknown[]) => void): void {
    this.#listeners.get(channel)?.delete(listener);
  }
}

/** `ipcMain`, and the `ipcRenderer` of any frame. */
export interface IpcDouble {
  readonly ipcMain: { handle(channel: string, handler: Handler): void };
  /** All channels that are handled. */
  channels(): string[];
  rendererOf(
    contents: ContentsDouble,
    frame?: FrameDouble | null,
  ): {
    invoke(channel: string, ...values: unknown[]): Promise<unknown>;
    on(channel: string, listener: (event: unknown, ...values: unknown[]) => void): void;
    off(channel: string, listener: (event: unknown, ...values: unknown[]) => void): void;
  };
}

/** Builds both sides. */
export function buildIpcDouble(): IpcDouble {
  const handlers = new Map<string, Handler>();
  return {
    ipcMain: {
      handle(channel, handler) {
        if (handlers.has(channel)) {
          throw new Error(`Attempted to register a second handler for '${channel}'`);
        }
        handlers.set(channel, handler);
      },
    },
    channels: () => [...handlers.keys()],
    rendererOf: (contents, frame = contents.mainFrame) => ({
      async invoke(channel, ...values) {
        const sent: unknown[] = structuredClone(values);
        await Promise.resolve();
        const handler = handlers.get(channel);
        if (handler === undefined) {
          throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`);
        }
        return structuredClone(await handler({ sender: contents, senderFrame: frame }, ...sent));
      },
      // `webContents.send` reaches the main frame alone.
      on: (channel, listener) => frame === contents.mainFrame && contents.listen(channel, listener),
      off: (channel, listener) => contents.unlisten(channel, listener),
    }),
  };
}
