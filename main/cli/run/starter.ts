/**
 * Whether the bootstrap that started us still lives: it holds a channel to us, which closes when it dies, however.
 * Runs in Node, for the CLI.
 */

/** A signal that is aborted with the given one, or when our starter has gone. Without a starter it is the given one. */
export function untilStarterGone(signal: AbortSignal): AbortSignal {
  if (process.channel === undefined || process.channel === null) {
    return signal;
  }
  const gone = new AbortController();
  process.once('disconnect', () => gone.abort());
  // Listening alone must not keep the process alive.
  process.channel.unref();
  return AbortSignal.any([signal, gone.signal]);
}
