/**
 * The kiosk of a terminal whose log is damaged: it says that it is out of order, and nothing else can be had of it. It
 * holds no lock, so that the log can be repaired beside it, and begins anew by itself when that has been done.
 */
import { type Answer, answer, buildClient, type CallName, problem } from '../contract/public.ts';
import { brandImagesOf } from './config/settings.ts';
import { buildNotices } from './consent/notices.ts';
import { isMarkedDamaged } from './db/damage-mark.ts';
import { isDataFolderError, openDataFolder } from './db/data-folder.ts';
import type { Caller } from './dispatch/caller.ts';
import { describeFor, describeKiosk } from './dispatch/describe.ts';
import { mayNotCall } from './dispatch/dispatch.ts';
import { buildEvents } from './dispatch/events.ts';
import { startBeat } from './health/beat.ts';
import { writeBeat } from './health/beat-body.ts';
import { rememberBeats } from './health/beat-state.ts';
import type { Figures } from './health/figures.ts';
import type { Kiosk, KioskOptions } from './kiosk.ts';
import type { CancelTimer } from './ports.ts';

/** From one look to the next whether the log has been repaired, in milliseconds. */
const lookEveryMs = 5_000;

const words = 'The entry log is damaged. Run on this machine: pravesh doctor --repair';

const condition = { state: 'out-of-order', reason: 'log-damaged' } as const;

/** Opens it. Nothing in the data folder is read or written but the mark of the damage,
 * and the key of heartbeats where there are any. */
export function openDamagedKiosk(options: KioskOptions): Kiosk {
  const { settings, data, ports, controls } = options;
  const { clock, files, logger } = ports;
  const beat = startBeat({
    ...ports,
    heartbeat: settings.health?.heartbeat,
    userAgent: settings.upstream.userAgent,
    memory: rememberBeats(),
    write: ({ everyMs }) => writeBeat({ settings, condition: () => condition, everyMs, clock }),
  });
  const notices = buildNotices(settings);
  const events = buildEvents(() => false);
  logger.error('the log is damaged: out of order until pravesh doctor --repair');
  let cancel: CancelTimer = () => {};
  const look = (): void => {
    if (isRepaired(options)) {
      logger.info('the log is whole again');
      controls?.restart();
    } else {
      cancel = clock.after(lookEveryMs, look);
    }
  };
  cancel = clock.after(lookEveryMs, look);

  const call = async (name: CallName, caller: Caller): Promise<Answer<unknown>> => {
    if (name === 'kiosk.describe') {
      return answer(describeFor(caller, describeKiosk(settings, notices, condition)));
    }
    const refused = mayNotCall(name, caller);
    return refused === undefined ? problem('out-of-order', { message: words }) : problem(refused);
  };
  const watch: Kiosk['watch'] = (name, caller, onEvent) => {
    const refused = mayNotCall(name, caller);
    return refused === undefined ? answer(events.subscribe(caller, condition, onEvent)) : problem(refused);
  };
  return {
    call,
    watch,
    client: (caller) =>
      buildClient({
        call: (name) => call(name, caller),
        watch: (name, onEvent) => {
          const watching = watch(name, caller, onEvent);
          return watching.ok ? watching.value : () => {};
        },
      }),
    parties: { callerOf: () => undefined, originsOf: () => undefined, isKnownOrigin: () => false },
    brandImages: brandImagesOf(settings),
    ready: () => false,
    figures: () => emptyFigures(files.freeBytes(data), settings.limits.upstream),
    openVisits: () => 0,
    pageGone: async () => {},
    reportCrashes: () => {},
    crashesOver: () => {},
    noteCrash: () => {},
    async close() {
      beat.close();
      cancel();
    },
  };
}

/** Whether the log can be opened again. The mark is looked for first: opening a large log that is damaged takes long. */
function isRepaired({ data, ports: { files } }: KioskOptions): boolean {
  if (isMarkedDamaged(data, files)) {
    return false;
  }
  try {
    openDataFolder(data, files).close();
    return true;
  } catch (error) {
    // Whoever repairs it holds the lock meanwhile.
    if (isDataFolderError(error)) {
      return false;
    }
    throw error;
  }
}

function emptyFigures(freeBytes: number, budget: { readonly calls: number; readonly seconds: number }): Figures {
  return {
    state: condition.state,
    rows: { admitted: 0, referred: 0, refused: 0, declined: 0, 'not-verified': 0, fault: 0, act: 0 },
    faults: {},
    entries: 0,
    upstream: 'ok',
    openVisits: 0,
    calls: { made: 0, allowed: budget.calls, seconds: budget.seconds },
    freeBytes,
    events: { waiting: 0, dead: 0 },
    clockIsPlausible: true,
    walBytes: 0,
    ages: {},
    callTimes: [],
    crashesOfDay: 0,
  };
}
