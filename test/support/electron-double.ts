/**
 * A double of Electron's main process, as far as our host uses it: the life of the app, windows that load pages of our
 * scheme, the session's refusals. Messages between the processes are in electron-ipc.ts.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { buildIpcDouble, ContentsDouble, type IpcDouble } from './electron-ipc.ts';

/** `app`. It becomes ready when the test says so, and ends no process. */
export class AppDouble extends EventEmitter {
  isPackaged = false;
  /** The switches that it was started with. */
  readonly switches: string[] = [];
  readonly commandLine = {
    hasSwitch: (name: string) => this.switches.includes(name),
    appendSwitch: (name: string) => void this.switches.push(name),
  };
  readonly exits: number[] = [];
  readonly paths: Record<string, string> = {};
  isSandboxed = false;
  /** Whether this is the first instance. */
  isFirst = true;
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;

  setPath(name: string, path: string): void {
    if (!existsSync(path)) {
      throw new Error(`Failed to set path '${name}'`);
    }
    this.paths[name] = path;
  }

  requestSingleInstanceLock(): boolean {
    if (this.paths.userData === undefined) {
      throw new Error('the lock is that of the folder of another program');
    }
    return this.isFirst;
  }

  enableSandbox(): void {
    this.assertNotReady('enableSandbox');
    this.isSandboxed = true;
  }

  assertNotReady(what: string): void {
    if (this.#isReady) {
      throw new Error(`${what} can only be called before the app is ready`);
    }
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  becomeReady(): void {
    this.#isReady = true;
    this.#ready.resolve();
  }

  /** How often it was told to begin anew when it has ended. */
  relaunches = 0;

  relaunch(): void {
    this.relaunches += 1;
  }

  quit(): void {
    let isPrevented = false;
    const event = {
      preventDefault: () => {
        isPrevented = true;
      },
    };
    this.emit('will-quit', event);
    if (!isPrevented) {
      this.exit(0);
    }
  }

  exit(code: number): void {
    this.exits.push(code);
    this.emit('exited', code);
  }
}

type SchemeHandler = (request: Request) => Promise<Response>;

/** `protocol`. */
export interface ProtocolDouble {
  readonly privileged: Record<string, unknown>;
  registerSchemesAsPrivileged(schemes: readonly { scheme: string; privileges: unknown }[]): void;
  handle(scheme: string, handler: SchemeHandler): void;
  /** Asks for an address, as a page or a window does. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** Builds `protocol`; a scheme gets its privileges before the app is ready, or not at all. */
export function buildProtocolDouble(app: AppDouble): ProtocolDouble {
  const handlers = new Map<string, SchemeHandler>();
  const privileged: Record<string, unknown> = {};
  return {
    privileged,
    registerSchemesAsPrivileged(schemes) {
      app.assertNotReady('registerSchemesAsPrivileged');
      for (const { scheme, privileges } of schemes) {
        privileged[scheme] = privileges;
      }
    },
    handle: (scheme, handler) => void handlers.set(scheme, handler),
    async fetch(url, init) {
      const handler = handlers.get(new URL(url).protocol.slice(0, -1));
      if (handler === undefined) {
        throw new Error('ERR_UNKNOWN_URL_SCHEME');
      }
      return handler(new Request(url, init));
    },
  };
}

type PermissionCallback = (isGranted: boolean) => void;
type BeforeRequest = (details: { url: string }, callback: (response: { cancel?: boolean }) => void) => void;

/** A session: what it would let through. A handler that nobody has set grants, as Electron's default does. */
export class SessionDouble extends EventEmitter {
  readonly protocol: ProtocolDouble;
  mayHave: ((contents: unknown, permission: string, callback: PermissionCallback) => void) | undefined;
  mayCheck: ((...asked: unknown[]) => boolean) | undefined;
  mayUseDevice: ((...asked: unknown[]) => boolean) | undefined;
  mayCapture: ((request: unknown, callback: (streams: unknown) => void) => void) | undefined;
  mayPair: ((details: unknown, callback: (response: { confirmed: boolean }) => void) => void) | undefined;
  protectUsb: ((details: { protectedClasses: string[] }) => string[]) | undefined;
  mayTrust: ((request: unknown, callback: (code: number) => void) => void) | undefined;
  isSpellChecking = true;
  #beforeRequest: BeforeRequest | undefined;

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.#beforeRequest = listener;
    },
  };

  constructor(protocol: ProtocolDouble) {
    super();
    this.protocol = protocol;
  }

  get mayRequest() {
    return this.#beforeRequest;
  }

  setPermissionRequestHandler(handler: NonNullable<typeof this.mayHave> | null): void {
    this.mayHave = handler ?? undefined;
  }

  setPermissionCheckHandler(handler: NonNullable<typeof this.mayCheck> | null): void {
    this.mayCheck = handler ?? undefined;
  }

  setDevicePermissionHandler(handler: NonNullable<typeof this.mayUseDevice> | null): void {
    this.mayUseDevice = handler ?? undefined;
  }

  setDisplayMediaRequestHandler(handler: NonNullable<typeof this.mayCapture> | null): void {
    this.mayCapture = handler ?? undefined;
  }

  setBluetoothPairingHandler(handler: NonNullable<typeof this.mayPair> | null): void {
    this.mayPair = handler ?? undefined;
  }

  setUSBProtectedClassesHandler(handler: NonNullable<typeof this.protectUsb> | null): void {
    this.protectUsb = handler ?? undefined;
  }

  setCertificateVerifyProc(handler: NonNullable<typeof this.mayTrust> | null): void {
    this.mayTrust = handler ?? undefined;
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.isSpellChecking = enable;
  }
}

/** A window: its page is asked for through the scheme, and then it is ready to show. */
export class WindowDouble extends EventEmitter {
  readonly webContents = new ContentsDouble({ origin: 'pravesh://kiosk', parent: null });
  readonly options: Readonly<Record<string, unknown>>;
  readonly did: string[] = [];
  isSmall = false;
  readonly #protocol: ProtocolDouble;

  constructor(options: Readonly<Record<string, unknown>>, protocol: ProtocolDouble) {
    super();
    this.options = options;
    this.#protocol = protocol;
  }

  async loadURL(url: string): Promise<void> {
    const { status } = await this.#protocol.fetch(url);
    this.did.push(`load ${url} ${status}`);
    this.webContents.revive();
    this.emit('ready-to-show');
  }

  show(): void {
    this.did.push('show');
  }

  focus(): void {
    this.did.push('focus');
  }

  bounds = { x: 0, y: 0, width: 1920, height: 1080 };

  isDestroyed(): boolean {
    return this.did.includes('destroy') || this.did.includes('close');
  }

  getBounds() {
    return this.bounds;
  }

  setBounds(bounds: Partial<typeof this.bounds>): void {
    this.bounds = { ...this.bounds, ...bounds };
    this.did.push(`move to ${this.bounds.x}, ${this.bounds.y}, ${this.bounds.width} x ${this.bounds.height}`);
  }

  setKiosk(isKiosk: boolean): void {
    this.did.push(isKiosk ? 'close in' : 'let go');
  }

  setFullScreen(isFull: boolean): void {
    this.did.push(isFull ? 'fill' : 'shrink');
  }

  isMinimized(): boolean {
    return this.isSmall;
  }

  restore(): void {
    this.did.push('restore');
  }

  close(): void {
    this.did.push('close');
    this.emit('closed');
  }

  destroy(): void {
    this.did.push('destroy');
    this.emit('closed');
  }
}

/** A display as `screen` tells of it. */
export interface DisplayDouble {
  readonly id: number;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly touchSupport: 'available' | 'unavailable' | 'unknown';
}

const firstDisplay: DisplayDouble = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  touchSupport: 'available',
};

/** `screen`: the displays of the machine; a test adds to them, or takes them away. */
export class ScreenDouble extends EventEmitter {
  readonly displays: DisplayDouble[] = [firstDisplay];

  getAllDisplays() {
    return this.displays;
  }

  getPrimaryDisplay() {
    return this.displays[0] ?? firstDisplay;
  }
}

/** `powerSaveBlocker` and `powerMonitor`. */
export class PowerDouble extends EventEmitter {
  readonly blocking = new Map<number, string>();
  #last = 0;

  start(type: string): number {
    this.#last += 1;
    this.blocking.set(this.#last, type);
    return this.#last;
  }

  stop(id: number): boolean {
    return this.blocking.delete(id);
  }
}

export interface ElectronDouble {
  readonly app: AppDouble;
  readonly protocol: ProtocolDouble;
  /** The session of all that asks for none of its own. */
  readonly session: SessionDouble;
  /** The sessions by their partitions. */
  readonly partitions: ReadonlyMap<string, SessionDouble>;
  readonly power: PowerDouble;
  readonly screen: ScreenDouble;
  readonly windows: readonly WindowDouble[];
  readonly ipc: IpcDouble;
  /** What `import 'electron'` gives in the main process. */
  readonly module: Readonly<Record<string, unknown>>;
}

/** Builds one program's Electron. */
export function buildElectronDouble(): ElectronDouble {
  const app = new AppDouble();
  const protocol = buildProtocolDouble(app);
  const session = new SessionDouble(protocol);
  const partitions = new Map<string, SessionDouble>();
  const fromPartition = (name: string) => {
    const known = partitions.get(name) ?? new SessionDouble(buildProtocolDouble(app));
    partitions.set(name, known);
    return known;
  };
  const power = new PowerDouble();
  const screen = new ScreenDouble();
  const ipc = buildIpcDouble();
  const windows: WindowDouble[] = [];
  class BrowserWindow extends WindowDouble {
    constructor(options: Readonly<Record<string, unknown>>) {
      super(options, fromPartition(partitionOf(options)).protocol);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }
  const Menu = { setApplicationMenu: (menu: null) => app.emit('menu', menu) };
  const defaults = {
    session: { defaultSession: session, fromPartition },
    screen,
    powerMonitor: power,
    powerSaveBlocker: power,
  };
  const module = { app, BrowserWindow, ipcMain: ipc.ipcMain, Menu, protocol, ...defaults };
  return { app, protocol, session, partitions, screen, power, windows, ipc, module };
}

/** The name of a window's session. */
function partitionOf({ webPreferences }: Readonly<Record<string, unknown>>): string {
  return String(Object(webPreferences).partition);
}
