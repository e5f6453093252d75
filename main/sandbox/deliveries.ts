/**
 * The ways in which an answer can leave badly: late, in drops, cut off or never.
 * Runs in Node, wherever the sandbox runs.
 */
import { type ServerResponse, STATUS_CODES } from 'node:http';
import { headersOf, type Reply, send } from './reply.ts';

/** How slow the slow faults are, in milliseconds. */
export interface Pace {
  /** Until a late answer comes. */
  readonly slowMs: number;
  /** Between two drops. */
  readonly dripMs: number;
  /** Until a socket without an answer ends, when the client has not left before. */
  readonly holdMs: number;
}

/** The pace unless a test asks for another. */
export const usualPace: Pace = { slowMs: 3_000, dripMs: 1_000, holdMs: 60_000 };

/** Puts an answer on the wire in its own way. */
export type Delivery = (response: ServerResponse, pace: Pace) => void;

/** In how many drops a dripping answer comes. */
export const drops = 30;

/** No answer; the socket ends in the end. */
export const never: Delivery = (response, { holdMs }) => {
  whileOpen(
    response,
    setTimeout(() => response.destroy(), holdMs),
  );
};

/** A TCP reset instead of an answer. */
export const reset: Delivery = (response) => {
  response.socket?.resetAndDestroy();
};

/** Half of the body, then a TCP reset. */
export function cutOff(reply: Reply): Delivery {
  return (response) => {
    response.writeHead(reply.status, headersOf(reply));
    const body = Buffer.from(reply.body);
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.resetAndDestroy());
  };
}

/** The whole answer, late. */
export function late(reply: Reply): Delivery {
  return (response, { slowMs }) => {
    whileOpen(
      response,
      setTimeout(() => send(response, reply), slowMs),
    );
  };
}

/** Headers at once, the body in drops. */
export function slowBody(reply: Reply): Delivery {
  return (response, { dripMs }) => {
    response.writeHead(reply.status, headersOf(reply));
    response.flushHeaders();
    const body = Buffer.from(reply.body);
    const size = Math.max(1, Math.ceil(body.length / drops));
    const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, i) =>
      body.subarray(i * size, (i + 1) * size),
    );
    drip(
      response,
      dripMs,
      pieces,
      (piece) => response.write(piece),
      () => response.end(),
    );
  };
}

/** The status line at once, one header at each drop, then the body. Node writes headers in one go: this goes past it. */
export function slowHeaders(reply: Reply): Delivery {
  return (response, { dripMs }) => {
    const { socket } = response;
    socket?.write(`HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ''}\r\n`);
    const headers = Array.from({ length: drops }, (_, index) => `x-drop-${index + 1}: .\r\n`);
    drip(
      response,
      dripMs,
      headers,
      (header) => socket?.write(header),
      () => {
        const last = Object.entries({ ...headersOf(reply), connection: 'close' });
        socket?.write(`${last.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`);
        socket?.end(reply.body);
      },
    );
  };
}

function drip<T>(
  response: ServerResponse,
  dripMs: number,
  pieces: readonly T[],
  write: (piece: T) => void,
  end: () => void,
): void {
  const left = [...pieces];
  const timer = setInterval(() => {
    const piece = left.shift();
    if (piece === undefined) {
      clearInterval(timer);
      end();
    } else {
      write(piece);
    }
  }, dripMs);
  whileOpen(response, timer);
}

/** Ends a timer together with the connection. */
function whileOpen(response: ServerResponse, timer: NodeJS.Timeout): void {
  response.on('close', () => clearTimeout(timer));
}
