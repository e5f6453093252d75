/** What can be done to a connection and to the bytes on it, by name. For tests only. */
import type { Socket } from 'node:net';
import { buildAuthority, buildSelfSigned } from '../certificates.ts';
import type { Misdeed } from './fault-proxy.ts';

/** Between two drops of an answer that drips; so many drops take longer than any kiosk waits. Milliseconds. */
const dripMs = 100;

/** The place of the body in an answer. */
function bodyAt(answer: Buffer): number {
  return answer.indexOf('\r\n\r\n') + 4;
}

function reset(socket: Socket): void {
  socket.resetAndDestroy();
}

/** Writes the first bytes, then ends as told. */
function cut(upTo: (answer: Buffer) => number, end: (socket: Socket) => void): Misdeed {
  return {
    at: 'answer',
    run: (socket, answer) => {
      socket.write(answer.subarray(0, upTo(answer)), () => end(socket));
    },
  };
}

/** Writes the first bytes at once and the rest a byte at a time. */
function drip(from: (answer: Buffer) => number): Misdeed {
  return {
    at: 'answer',
    run: (socket, answer) => {
      const start = from(answer);
      socket.write(answer.subarray(0, start));
      let at = start;
      const timer = setInterval(() => {
        socket.write(answer.subarray(at, at + 1));
        at += 1;
      }, dripMs);
      socket.on('close', () => clearInterval(timer));
    },
  };
}

const inHead = (answer: Buffer) => Math.floor(bodyAt(answer) / 2);
const inBody = (answer: Buffer) => bodyAt(answer) + Math.floor((answer.length - bodyAt(answer)) / 2);
const end = (socket: Socket) => void socket.end();

/** What happens below HTTP. */
export const tcpMisdeeds = {
  refused: { at: 'listening' },
  'reset when connected': { at: 'connection', run: reset },
  'closed when connected': { at: 'connection', run: end },
  'reset after the question': { at: 'request', run: reset },
  'closed after the question': { at: 'request', run: end },
  'reset after the question was carried out': { at: 'answer', run: reset },
  'reset inside the head': cut(inHead, reset),
  'closed inside the head': cut(inHead, end),
  'reset inside the body': cut(inBody, reset),
  'closed inside the body': cut(inBody, end),
  'black hole': { at: 'request', run: () => {} },
  'no word after connecting': { at: 'connection', run: () => {} },
  'slow head': drip(() => 0),
  'slow body': drip(bodyAt),
  'noise instead of HTTP': { at: 'request', run: (socket) => socket.end('\u0000\u0001 what?\r\n\r\n') },
  'the answer twice': {
    at: 'answer',
    run: (socket, answer) => socket.write(Buffer.concat([answer, answer])),
  },
} as const satisfies Readonly<Record<string, Misdeed>>;

const authority = buildAuthority();

/** The authority that the kiosk of these tests trusts, and what it has issued. */
export const tls = {
  ca: authority.ca,
  good: authority.issue({ hostNames: ['localhost'], addresses: ['127.0.0.1'] }),
};

/** What may be wrong with a certificate. */
export const tlsMisdeeds = {
  'expired certificate': {
    at: 'certificate',
    identity: authority.issue({ hostNames: ['localhost'], notAfter: new Date('2025-01-01T00:00:00Z') }),
  },
  'certificate of another name': { at: 'certificate', identity: authority.issue({ hostNames: ['elsewhere.example'] }) },
  'self-signed certificate': { at: 'certificate', identity: buildSelfSigned({ hostNames: ['localhost'] }) },
  'certificate of an unknown authority': {
    at: 'certificate',
    identity: buildAuthority('Another authority').issue({ hostNames: ['localhost'] }),
  },
} as const satisfies Readonly<Record<string, Misdeed>>;
