/**
 * The routes of the streams as server-sent events (WHATWG HTML, section 9.2), generated from the operations table.
 * Runs in the HTTP host, behind the local door alone: all listeners are the kiosk and its operators.
 */
import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type KioskEvent, operations, problem, type StreamName, streamNames } from '../contract/public.ts';
import type { Caller, Kiosk } from '../core/kiosk.ts';
import { callerOf } from './arrivals.ts';
import { toRoutePath } from './calls.ts';
import { refuseOthers } from './outside.ts';
import { sendProblem } from './problems.ts';

/** One kiosk page holds one; more than this many at once is a mistake or an attack. */
const mostStreams = 16;

/** A comment this often shows both sides that the other still lives. */
const heartbeatMs = 15_000;

/** A listener that has left more than this unread is cut off; its browser comes back by itself. */
const mostUnreadBytes = 64 * 1024;

/** How long a browser waits before it comes back. */
const retryMs = 2_000;

export interface EventStreams {
  /** Ends all streams, for the end of the server. */
  endAll(): void;
}

/** Lays an event on the wire; JSON has no line feeds of its own. */
function writeEvent(event: KioskEvent): string {
  return `id: ${event.revision}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Adds one route for each stream of the table. */
export function addEventStreams(app: FastifyInstance, kiosk: Kiosk): EventStreams {
  const open = new Set<PassThrough>();

  function send(name: StreamName, caller: Caller, reply: FastifyReply): FastifyReply {
    if (open.size >= mostStreams) {
      return sendProblem(reply, problem('too-many-requests', { retryAfterMs: retryMs }));
    }
    const body = new PassThrough();
    const write = (text: string) => {
      body.write(text);
      if (body.writableLength + body.readableLength + reply.raw.writableLength > mostUnreadBytes) {
        body.destroy();
      }
    };
    write(`retry: ${retryMs}\n\n`);
    const watching = kiosk.watch(name, caller, (event) => write(writeEvent(event)));
    if (!watching.ok) {
      body.destroy();
      return sendProblem(reply, watching);
    }
    const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs).unref();
    open.add(body);
    body.once('close', () => {
      clearInterval(heartbeat);
      watching.value();
      open.delete(body);
    });
    return reply.type('text/event-stream').send(body);
  }

  for (const name of streamNames) {
    const { method, path } = operations[name];
    app.route({
      method,
      url: toRoutePath(path),
      exposeHeadRoute: false,
      onRequest: refuseOthers,
      handler: (request, reply) => send(name, callerOf(request), reply),
    });
  }
  return {
    endAll() {
      for (const body of open) {
        body.end();
      }
    },
  };
}
