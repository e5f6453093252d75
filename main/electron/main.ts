/**
 * The entry of the Electron host; it reads as a table of contents.
 * Runs in Electron's main process.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  type Display,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
} from 'electron';
import { type LoadedSettings, loadSettings, type Settings } from '../core/kiosk.ts';
import { startHttp } from '../http/start.ts';
import { appFolder } from '../platform/app-folders.ts';
import { buildFiles, readTextFile } from '../platform/files.ts';
import { readArguments } from './arguments.ts';
import { beginUpdates } from './begin-updates.ts';
import { requireWalls } from './chromium-sandbox.ts';
import { type ComingBack, comeBack } from './come-back.ts';
import { hideCursor, keepOnDisplay, stayAwake } from './displays.ts';
import { buildEnding } from './ending.ts';
import { describeFailure } from './failure.ts';
import { type Ipc, serveIpc } from './ipc.ts';
import { guardKeys } from './keys.ts';
import { openFor } from './open-kiosk.ts';
import { kioskUrl, operatorUrl, registerScheme, serveScheme, visitorsUrl } from './scheme.ts';
import { closeApp, closeSession } from './shell-policy.ts';
import { type Supervision, supervise, writeStillPageOf } from './supervision.ts';
import { bringToFront, findVisitorsDisplay, partition, showWhenReady, windowOptions } from './window.ts';

/** Where the bundles lie: this file and the preload in one folder, the pages beside it. */
const preload = join(import.meta.dirname, 'preload.cjs');
const rendererFolder = join(import.meta.dirname, '..', 'renderer');

const report = (error: unknown) => process.stderr.write(`${describeFailure(error)}\n`);
const ending = buildEnding(app, report);

function fail(error: unknown): Promise<void> {
  report(error);
  return ending.end(2);
}

/** Chromium keeps its own files inside the data folder; its lock makes one instance of each data folder. */
function keepIn(data: string): void {
  const folder = join(data, 'electron');
  const files = buildFiles();
  files.makeFolder(data);
  files.makeFolder(folder);
  app.setPath('userData', folder);
}

/** What must be said before Electron is ready. It becomes so only after this file has run: nothing here may wait. */
function begin(): void {
  requireWalls(app.commandLine, { isPackaged: app.isPackaged, forTests: process.env.PRAVESH_TEST_NO_SANDBOX === '1' });
  if (process.platform === 'linux') {
    // The voices of the system, for whoever has the screen read aloud: Chromium asks for them only when told to.
    app.commandLine.appendSwitch('enable-speech-dispatcher');
  }
  const wanted = readArguments(process.argv.slice(app.isPackaged ? 1 : 2));
  const loaded = loadSettings(wanted, {
    workingFolder: process.cwd(),
    folders: { kiosk: appFolder('pravesh'), demo: appFolder('pravesh-demo') },
    readText: readTextFile,
    readBytes: (path) => readFileSync(path),
    env: process.env,
  });
  keepIn(loaded.data);
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write('pravesh: it runs already; its window has been brought to the front\n');
    app.exit(0);
    return;
  }
  app.enableSandbox();
  Menu.setApplicationMenu(null);
  registerScheme(protocol);
  closeApp(app);
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => app.quit());
  }
  const coming = comeBack(app, ending, wanted.isKept);
  app.whenReady().then(() => serve(loaded, wanted.port, coming).catch(fail), fail);
}

/** Opens the kiosk, then its window; with a port the HTTP host serves the same kiosk beside it. */
async function serve(loaded: LoadedSettings, port: number | undefined, coming: ComingBack): Promise<void> {
  // What staff may do with the program from its page; quitting waits for all that is open to be closed.
  const controls = { leave: () => app.quit(), restart: coming.restart };
  const { kiosk, settings, logger, close } = await openFor(loaded, rendererFolder, controls);
  ending.add(close);
  const supervision = await supervise({ kiosk, logger }, loaded.data, coming);
  ending.add(async () => supervision.close());
  ending.add(await beginUpdates({ app, settings, kiosk, logger }));
  closeSession(session.defaultSession);
  const ours = session.fromPartition(partition);
  closeSession(ours);
  const still = await writeStillPageOf(kiosk, rendererFolder);
  serveScheme(ours.protocol, rendererFolder, { still, images: kiosk.brandImages });
  const ipc = serveIpc(ipcMain, kiosk);
  const { mode } = settings.kiosk;
  const window = new BrowserWindow(windowOptions(mode, preload));
  showWhenReady(window);
  guardKeys(window.webContents, mode);
  if (mode === 'kiosk') {
    standAlone(window, screen.getPrimaryDisplay());
  }
  ipc.admit(window.webContents, 'window');
  app.on('second-instance', () => bringToFront(window));
  const firstUrl = mode === 'reception' ? operatorUrl : kioskUrl;
  const readyUrl = port === undefined ? firstUrl : await openHttp(port);
  if (port === undefined && letsOthersIn(settings.http)) {
    await openHttp(settings.http.port);
  }
  await supervision.keep(window, firstUrl, 'window');
  if (mode === 'reception') {
    await openVisitorsWindow(window, ipc, supervision);
  }
  process.stdout.write(`pravesh ready ${readyUrl}\n`);

  async function openHttp(wantedPort: number): Promise<string> {
    const http = await startHttp({ kiosk, ...settings.http, port: wantedPort, rendererFolder, logger });
    ending.add(() => http.close());
    return http.launchUrl;
  }
}

/** Whether the configuration asks for the HTTP host by itself: other machines come in, straight or through a proxy. */
function letsOthersIn({ tls, publicUrl, trustedProxies }: Settings['http']): boolean {
  return tls !== undefined || publicUrl !== undefined || trustedProxies.length > 0;
}

/** A window for visitors fills its display for months, lit and without an arrow. */
function standAlone(window: BrowserWindow, display: Display): void {
  keepOnDisplay(window, screen, display);
  hideCursor(window, display);
  const rest = stayAwake(window, { saveBlocker: powerSaveBlocker, monitor: powerMonitor });
  ending.add(async () => rest());
}

/** At a desk with a second display visitors have that one to themselves; it goes with the desk's own window. */
async function openVisitorsWindow(desk: BrowserWindow, ipc: Ipc, supervision: Supervision): Promise<void> {
  const place = findVisitorsDisplay(screen.getAllDisplays(), screen.getPrimaryDisplay());
  if (place === undefined) {
    return;
  }
  const window = new BrowserWindow(windowOptions('kiosk', preload, place.bounds));
  showWhenReady(window);
  guardKeys(window.webContents, 'kiosk');
  standAlone(window, place);
  ipc.admit(window.webContents, 'visitors');
  desk.once('closed', () => window.destroy());
  await supervision.keep(window, visitorsUrl, 'visitors');
}

try {
  begin();
} catch (error) {
  fail(error);
}
