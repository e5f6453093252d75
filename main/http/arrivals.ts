/**
 * What every request passes first: who is calling, from how far, and whether a page of somebody else may see the
 * answer. A credential makes a party or an embedded page, the cookie makes a kiosk, and never both.
 * Runs in the HTTP host.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../contract/public.ts';
import type { Caller, PartyDoor } from '../core/kiosk.ts';
import { isForApi, pathOf, type Refusal } from './problems.ts';
import { buildRequestPolicy, type Connection, type Door, type RequestPolicy, type Scope } from './request-policy.ts';

/** Somebody unknown. */
const stranger: Caller = { kind: 'public', id: 'public' };

/** What is known of a request before its route is looked at. */
export interface Arrival {
  readonly scope: Scope;
  readonly caller: Caller;
  /** Whether it shows a credential, right or wrong. */
  readonly hasCredential: boolean;
  /** Whether it comes from a page of another origin that may see the answer (CORS). */
  readonly isShared: boolean;
  /** Why it goes no further. */
  readonly refusal?: Refusal;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined only where the address of the request could not even be read. */
    arrival: Arrival | undefined;
  }
}

/** Who is calling. */
export function callerOf(request: FastifyRequest): Caller {
  return request.arrival?.caller ?? stranger;
}

export interface ArrivalParts {
  readonly door: Door;
  readonly parties: PartyDoor;
  /** The kiosk that a `Cookie` header names, if any; asked for requests of the local scope alone. */
  readonly kioskOf?: (cookie: string) => Caller | undefined;
}

/** What is looked at. */
interface Coming extends Connection {
  readonly method: string;
  /** Of its route, where it has one. */
  readonly path: string;
  readonly forApi: boolean;
}

/** Adds `request.arrival` to every request. Refusing is left to a later hook, so that CORS has its say before. */
export function addArrivals(app: FastifyInstance, parts: ArrivalParts): void {
  const policy = buildRequestPolicy(parts.door);
  app.decorateRequest('arrival', undefined);
  app.addHook('onRequest', (request, _reply, done) => {
    const { localAddress, localPort, remoteAddress } = request.raw.socket;
    const { headers, method = '' } = request.raw;
    const forApi = isForApi(request);
    const coming = { headers, localAddress, localPort, remoteAddress, method, path: pathOf(request), forApi };
    request.arrival = judge(coming, policy, parts);
    done();
  });
}

function refuse(scope: Scope, message: string): Arrival {
  return {
    scope,
    caller: stranger,
    hasCredential: false,
    isShared: false,
    refusal: problem('forbidden', { message }),
  };
}

function judge(coming: Coming, policy: RequestPolicy, parts: ArrivalParts): Arrival {
  if (!policy.isProtected(coming)) {
    return refuse('public', 'This door speaks no TLS: it is for the proxy in front of it alone.');
  }
  const scope = policy.scopeOf(coming);
  if (scope === undefined) {
    return refuse('public', 'This server answers to its own addresses only: the Host header must name one of them.');
  }
  const { origin, authorization } = coming.headers;
  const foreign = origin === undefined || policy.isOwnOrigin(origin, scope, coming) ? undefined : origin;
  if (foreign !== undefined && coming.method === 'OPTIONS') {
    return judgePreflight(foreign, scope, coming, parts.parties);
  }
  return authorization === undefined
    ? judgeBrowser(foreign, scope, coming, parts)
    : judgeCredential(authorization, foreign, scope, parts.parties);
}

const foreignOrigin = 'The Origin header names another origin: only pages of this server may call it.';

/** A browser asks whether its page may ask; the credential comes later, so that any party's origin will do. */
function judgePreflight(foreign: string, scope: Scope, { headers, forApi }: Coming, parties: PartyDoor): Arrival {
  const asks = forApi && headers['access-control-request-method'] !== undefined;
  return asks && parties.isKnownOrigin(foreign)
    ? { scope, caller: stranger, hasCredential: false, isShared: true }
    : refuse(scope, foreignOrigin);
}

/** The syntax of RFC 6750, section 2.1; longer than any credential of ours. */
const bearer = /^Bearer +([A-Za-z0-9._~+/-]{1,512}=*)$/i;

function judgeCredential(
  authorization: string,
  foreign: string | undefined,
  scope: Scope,
  parties: PartyDoor,
): Arrival {
  const credential = bearer.exec(authorization)?.[1];
  const caller = credential === undefined ? undefined : parties.callerOf(credential);
  if (caller === undefined) {
    const isShared = foreign !== undefined && parties.isKnownOrigin(foreign);
    return { scope, caller: stranger, hasCredential: true, isShared, refusal: problem('unauthenticated') };
  }
  const known = { scope, caller, hasCredential: true };
  if (foreign === undefined) {
    return { ...known, isShared: false };
  }
  // An embedded page is a page of ours: whoever shows its token from another origin has stolen it.
  const mayAsk = caller.kind === 'party' && parties.originsOf(caller.party?.id ?? '')?.includes(foreign) === true;
  return mayAsk ? { ...known, isShared: true } : { ...refuse(scope, foreignOrigin), hasCredential: true };
}

function judgeBrowser(foreign: string | undefined, scope: Scope, coming: Coming, parts: ArrivalParts): Arrival {
  const { headers, method, path, forApi } = coming;
  const nobody = { scope, caller: stranger, hasCredential: false };
  if (foreign !== undefined) {
    if (isScriptForAll(path)) {
      return { ...nobody, isShared: false };
    }
    // What is public anyway, such as the keys of receipts; a cookie is not looked at.
    const mayRead = forApi && (method === 'GET' || method === 'HEAD') && parts.parties.isKnownOrigin(foreign);
    return mayRead ? { ...nobody, isShared: true } : refuse(scope, foreignOrigin);
  }
  const site = headers['sec-fetch-site'];
  if (forApi && path.startsWith('/api/') && site !== undefined && site !== 'same-origin' && site !== 'none') {
    return refuse(scope, 'The Sec-Fetch-Site header names another site: only pages of this server may call it.');
  }
  const kiosk = scope === 'local' && headers.cookie !== undefined ? parts.kioskOf?.(headers.cookie) : undefined;
  return kiosk === undefined ? { ...nobody, isShared: false } : { ...nobody, caller: kiosk, isShared: false };
}

/** The element of embedding pages: a module is loaded with the Origin of its page. */
function isScriptForAll(path: string): boolean {
  return path === '/embed.js';
}
