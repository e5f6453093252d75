/**
 * The kiosk over HTTP: whoever opened the launch URL holds a cookie, and each opening is a session of its own.
 * A session is nothing but its signed name in the cookie, so that nothing grows here, however often it is opened.
 * Runs in the HTTP host, behind the local door alone.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Caller } from '../core/kiosk.ts';
import type { Random } from '../core/ports.ts';

/** The cookie's name. Browsers send it to every port of the machine, so that it is worth nothing elsewhere. */
export const cookieName = 'pravesh_kiosk';

export interface Sessions {
  /** 256 random bits in base64url; it lives as long as the process. */
  readonly launchToken: string;
  /** Compares in constant time. */
  isLaunchToken(text: unknown): boolean;
  /** Starts a session: its cookie goes out with this answer. */
  open(reply: FastifyReply): FastifyReply;
  /** A kiosk when a cookie of this `Cookie` header is one of ours. */
  kioskOf(header: string): Caller | undefined;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Adds cookies to the server and makes the keys of this process. */
export async function addSessions(app: FastifyInstance, random: Random): Promise<Sessions> {
  await app.register(cookie, { secret: Buffer.from(random.bytes(32)), hook: false });
  const name = (bits: number) => Buffer.from(random.bytes(bits / 8)).toString('base64url');
  const launchToken = name(256);
  const launchDigest = digest(launchToken);
  return {
    launchToken,
    isLaunchToken: (text) => typeof text === 'string' && timingSafeEqual(digest(text), launchDigest),
    open(reply) {
      // No `Secure`: the server speaks plain HTTP on the loopback address, where it would not be sent back.
      return reply.setCookie(cookieName, name(128), { signed: true, httpOnly: true, sameSite: 'strict', path: '/' });
    },
    kioskOf(header) {
      const sent = app.parseCookie(header)[cookieName];
      const session = sent === undefined ? undefined : app.unsignCookie(sent);
      return session?.valid ? { kind: 'kiosk', id: session.value } : undefined;
    },
  };
}
