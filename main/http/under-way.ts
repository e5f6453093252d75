/**
 * Knows how many requests are under way, so that the end of the server waits for them and for nothing else.
 * Runs in the HTTP host.
 */
import type { FastifyInstance } from 'fastify';

export interface UnderWay {
  /** Resolves when no request is under way any longer, at the latest after so many milliseconds. */
  ended(mostMs: number): Promise<void>;
}

/** Starts counting; must be called before the server listens. */
export function countUnderWay(app: FastifyInstance): UnderWay {
  let count = 0;
  let onNone = () => {};
  app.addHook('onRequest', (_request, reply, done) => {
    count += 1;
    // `close` comes after the last byte and also when the client has gone.
    reply.raw.once('close', () => {
      count -= 1;
      if (count === 0) {
        onNone();
      }
    });
    done();
  });
  return {
    ended: (mostMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, mostMs);
        onNone = () => {
          clearTimeout(timer);
          resolve();
        };
        if (count === 0) {
          onNone();
        }
      }),
  };
}
