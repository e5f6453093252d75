/**
 * Puts the updates together, where the configuration names a feed and this installation may replace itself.
 * Runs in Electron's main process.
 */
import type { Kiosk, Settings } from '../core/kiosk.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { buildClock } from '../platform/clock.ts';
import { type BuilderUpdater, buildProgramUpdater } from './program-updater.ts';
import { findUpdateWay, type UpdateWay } from './update-way.ts';
import { startUpdates } from './updates.ts';

/** So long nobody has touched the screen: longer than any visit and any wait for a phone, in milliseconds. */
const untouchedMs = 15 * 60_000;

/** What is asked of Electron's `app`. */
export interface UpdatingApp {
  readonly isPackaged: boolean;
  on(
    event: 'web-contents-created',
    listener: (event: unknown, contents: { on(event: 'input-event', listener: () => void): unknown }) => void,
  ): unknown;
  relaunch(options: { execPath: string; args: string[] }): void;
}

export interface UpdateParts {
  readonly app: UpdatingApp;
  readonly settings: Settings;
  readonly kiosk: Pick<Kiosk, 'openVisits'>;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** The process that runs, and what it was started with. */
  readonly program?: Pick<NodeJS.Process, 'platform' | 'execPath' | 'env' | 'argv'>;
  /** Loads the updater of this platform; nothing of it is loaded where there are no updates. */
  load?(way: Extract<UpdateWay, { by: 'program' }>, feed: string): Promise<BuilderUpdater>;
}

/** Begins. Call it before the first window is opened: it must see the touches. @returns ends it */
export async function beginUpdates(parts: UpdateParts): Promise<() => Promise<void>> {
  const { app, settings, kiosk, logger, clock = buildClock(), program = process, load = loadUpdater } = parts;
  const { updates, site } = settings;
  const { platform, execPath, env, argv } = program;
  const way = updates && findUpdateWay({ isPackaged: app.isPackaged, platform, execPath, env });
  if (updates === undefined || way === undefined) {
    return async () => {};
  }
  if (way.by === 'system') {
    logger.info('updates are not put in by the program', { why: way.why });
    return async () => {};
  }
  let touchedAt = clock.monotonic();
  app.on('web-contents-created', (_event, contents) =>
    contents.on('input-event', () => {
      touchedAt = clock.monotonic();
    }),
  );
  const relaunch = (file: string) => app.relaunch({ execPath: file, args: argv.slice(1) });
  const end = startUpdates({
    updates,
    timeZone: site.timezone,
    updater: buildProgramUpdater(await load(way, updates.feed), way, relaunch),
    isFree: () => kiosk.openVisits() === 0 && clock.monotonic() - touchedAt >= untouchedMs,
    clock,
    logger,
  });
  return async () => end();
}

async function loadUpdater({ kind }: { readonly kind: 'appimage' | 'nsis' }, url: string): Promise<BuilderUpdater> {
  const { AppImageUpdater, NsisUpdater } = await import('electron-updater');
  const options = { provider: 'generic', url, channel: 'latest' } as const;
  return kind === 'appimage' ? new AppImageUpdater(options) : new NsisUpdater(options);
}
