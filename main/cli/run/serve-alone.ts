/**
 * The serving process: it serves until it is told to end or staff leave the kiosk, and whoever has started it brings it
 * back when it crashes. That is another process of ours (serving.ts), or the machine's service manager.
 * Runs in Node, for the CLI.
 */
import type { Kiosk, LoadedSettings } from '../../core/kiosk.ts';
import { buildClock } from '../../platform/clock.ts';
import { type CrashRecord, openCrashRecord } from '../../platform/crash-record.ts';
import { holdOnTrial } from '../../platform/crash-trial.ts';
import { type CommandIo, isCrash, reportError } from '../command.ts';
import { type ServeOptions, serve } from './serve.ts';
import { joinSupervisor } from './supervisor-link.ts';
import { untilAborted } from './until-aborted.ts';

export interface AlonePlan {
  readonly serve: ServeOptions;
  /** Reads the configuration anew, for a kiosk that staff restart; throws a CommandError. */
  readonly reload?: () => LoadedSettings;
}

/** Serves until the program is told to end, or staff leave the kiosk; when they restart it, it begins anew. */
export async function serveAlone(plan: AlonePlan, io: CommandIo): Promise<number> {
  let { serve: options } = plan;
  for (;;) {
    const left = new AbortController();
    let again = false;
    const restart = () => {
      again = true;
      left.abort();
    };
    const signal = AbortSignal.any([io.signal, left.signal]);
    const served = await serve({ ...options, controls: { leave: () => left.abort(), restart } });
    // Only whoever holds the data folder looks at its record.
    const record = openCrashRecord(options.loaded.data);
    const stopNoting = noteCrashes(record, io.signal);
    const endTrial = await beginTrial(served.kiosk, record);
    const unlink = await joinSupervisor(served.kiosk, options.rendererFolder);
    io.out(`pravesh ready ${served.launchUrl}`);
    await untilAborted(signal);
    endTrial();
    unlink();
    stopNoting();
    await served.close();
    if (isCrash(io.signal)) {
      return 2;
    }
    record.end();
    if (!again || io.signal.aborted) {
      return 0;
    }
    options = { ...options, loaded: readAgain(plan, io) ?? options.loaded };
  }
}

/** A mistake is left in the logs at once: the orderly end that follows may fail. @returns ends it */
function noteCrashes(record: CrashRecord, signal: AbortSignal): () => void {
  const note = () => {
    if (isCrash(signal)) {
      record.note(signal.reason.cause);
    }
  };
  signal.addEventListener('abort', note, { once: true });
  return () => signal.removeEventListener('abort', note);
}

/** Out of order until it has lived for a while, where it had crashed too often; staff may return it earlier. */
async function beginTrial(kiosk: Kiosk, { crashed, tooOften }: CrashRecord): Promise<() => void> {
  const described = await kiosk.client({ kind: 'public', id: 'supervisor' })['kiosk.describe']({});
  const wasOnTrial = described.ok && described.value.reason === 'crashes';
  return holdOnTrial(kiosk, { crashed, tooOften, wasOnTrial }, buildClock());
}

/** A configuration that has become wrong must not keep visitors out: the one before goes on, and it is said. */
function readAgain({ reload }: AlonePlan, io: CommandIo): LoadedSettings | undefined {
  try {
    return reload?.();
  } catch (error) {
    reportError(error, 'pravesh run', io);
    io.err('pravesh run: the configuration of before goes on');
    return undefined;
  }
}
