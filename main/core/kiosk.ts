/**
 * The only door of the core: hosts open a kiosk here and call its operations. What it is made of stands in start-kiosk.ts.
 */
import type { Answer, CallName, Client, KioskEvent, StreamName, Unwatch } from '../contract/public.ts';
import type { BrandImage, Settings } from './config/settings.ts';
import { openDamagedKiosk } from './damaged-kiosk.ts';
import { isDamage } from './db/damage-mark.ts';
import { DataFolderError, isDataFolderError, openDataFolder } from './db/data-folder.ts';
import type { Caller } from './dispatch/caller.ts';
import type { DemoPhonePort } from './dispatch/handlers.ts';
import type { Figures } from './health/figures.ts';
import type { HostControls } from './health/service-handlers.ts';
import type { PartyDoor } from './parties/party-handlers.ts';
import type { ExportHost, Ports } from './ports.ts';
import { noteDamage, startKiosk } from './start-kiosk.ts';

export { gateSecret } from './actions/gate-secret.ts';
export { demoSettings } from './config/demo.ts';
export { exampleConfig } from './config/example.ts';
export {
  type LoadedSettings,
  loadSettings,
  SettingsError,
  type SettingsPlace,
  type WantedSettings,
} from './config/load-settings.ts';
export { type ConfigProblem, describeProblem } from './config/problem.ts';
export type { BrandImage } from './config/settings.ts';
export { showSettings } from './config/shown-settings.ts';
export { type NoNotice, readShownNotice, type ShownNotice } from './consent/shown-notice.ts';
export { type BackupReport, backUp } from './db/backup.ts';
export { type BackupError, isBackupError } from './db/backup-error.ts';
export { type RestoreReport, restore } from './db/backup-restore.ts';
export { DataFolderError, isDataFolderError } from './db/data-folder.ts';
export { type RepairReport, repair } from './db/repair.ts';
export { type ManageName, manageFolder } from './dispatch/folder-desk.ts';
export { type EntryRow, type LogReader, openLogReader } from './entry-log/log-reader.ts';
export type { AskedSubject, HeldEntry } from './erasure/held-entries.ts';
export { type LookKind, noteLook } from './erasure/looks.ts';
export { type DeskPlace, eraseSubject, findSubject } from './erasure/subject-desk.ts';
export { ExportError } from './export/export-error.ts';
export { exportLog } from './export/export-log.ts';
export { beatSecret } from './health/beat.ts';
export { readBeatHealth } from './health/beat-state.ts';
export { callTimeBounds } from './health/call-times.ts';
export { readFolderFigures } from './health/folder-figures.ts';
export { returnToService } from './health/return-to-service.ts';
export { openPassKey } from './passes/pass-key.ts';
export { checkSignature, hashInto, sha256 } from './tree/sha256.ts';
export { isLogVersionError, verifyLogInThreads } from './verify/verify-log.ts';
export type { WalkThreads } from './verify/walk-in-threads.ts';
export { readWebhookHealth } from './webhooks/webhook-health.ts';
export type { Caller, DemoPhonePort, Figures, HostControls, PartyDoor, Settings };

export interface KioskOptions {
  readonly settings: Settings;
  /** The data folder; made when it is not there. */
  readonly data: string;
  readonly ports: Ports;
  readonly demoPhone?: DemoPhonePort | undefined;
  /** Without it nothing can be exported from this kiosk. */
  readonly exportHost?: ExportHost | undefined;
  /** Without them staff cannot leave or restart the kiosk from its page. */
  readonly controls?: HostControls | undefined;
  /** What the host knows of the machine, for the report that staff save: name and value. */
  readonly facts?: Readonly<Record<string, string>> | undefined;
}

/** A running kiosk: it holds the lock of the data folder until it is closed. */
export interface Kiosk {
  /** Runs one call. Parses the input, checks the caller, never throws. */
  call(name: CallName, caller: Caller, input: unknown): Promise<Answer<unknown>>;
  /** Listens; a caller who may not is answered with the fault instead. */
  watch(name: StreamName, caller: Caller, onEvent: (event: KioskEvent) => void): Answer<Unwatch>;
  /** The in-process client, for the CLI and tests. */
  client(caller: Caller): Client;
  /** Other systems, for hosts that they reach. */
  readonly parties: PartyDoor;
  /** The venue's pictures, for hosts that serve the page. */
  readonly brandImages: readonly BrandImage[];
  /** Whether visitors can be served right now, for `/readyz`. */
  ready(): boolean;
  /** The terminal in figures, for `/metrics`. */
  figures(): Figures;
  /** How many visits are under way, whoever began them: while there are any, nothing may end the program by itself. */
  openVisits(): number;
  /** A page of the kiosk is gone, or, without an identifier, every one: what it had begun ends, each with its row. */
  pageGone(callerId?: string): Promise<void>;
  /** The program or its page has crashed too often: out of order until staff say otherwise, or `crashesOver`. */
  reportCrashes(): void;
  /** It has lived for long enough since then. */
  crashesOver(): void;
  /** The program has crashed before this start; what is gone with a page is counted by `pageGone`. */
  noteCrash(): void;
  /** Ends all verifications (their rows are written), closes the log and lets go of the lock. */
  close(): Promise<void>;
}

/**
 * Opens the data folder and starts serving.
 * @throws DataFolderError, in words, when the folder is in use, damaged, newer than this program or not writable
 */
export function openKiosk(options: KioskOptions): Kiosk {
  const { data, ports } = options;
  const folder = openDataFolder(data, ports.files);
  try {
    return startKiosk(options, folder);
  } catch (error) {
    folder.close();
    if (isDamage(error)) {
      noteDamage(options, error);
      throw new DataFolderError('damaged', `The log in ${data} is damaged. Run: pravesh doctor --repair`, error);
    }
    throw error;
  }
}

/**
 * As `openKiosk`, but a kiosk whose log is damaged is out of order instead of not there: visitors are told where to go,
 * and it serves again when the log has been repaired.
 * @throws DataFolderError, in words, when the folder is in use, newer than this program or not writable
 */
export function openKioskEvenDamaged(options: KioskOptions): Kiosk {
  try {
    return openKiosk(options);
  } catch (error) {
    if (!isDataFolderError(error) || error.code !== 'damaged') {
      throw error;
    }
    noteDamage(options, error.cause);
    return openDamagedKiosk(options);
  }
}
