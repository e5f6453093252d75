/**
 * What other machines and other systems may ask for at all, and what only pages of ours may.
 * Runs in the HTTP host.
 */
import type { onRequestHookHandler } from 'fastify';
import { type OperationName, operations, problem } from '../contract/public.ts';
import { callerOf } from './arrivals.ts';
import { sendProblem, sendRefusal } from './problems.ts';

/** Whether an operation is also for others than the kiosk and its operators. */
export function isForOthers(name: OperationName): boolean {
  const callers: readonly string[] = operations[name].callers;
  return ['public', 'embed', 'party'].some((kind) => callers.includes(kind));
}

const nothingHere = problem('not-found', { message: 'There is nothing at this address.' });

/** For routes of the kiosk and its operators: to all others there is nothing. */
export const refuseOthers: onRequestHookHandler = (request, reply, done) => {
  if (request.arrival?.scope === 'local') {
    done();
  } else {
    sendRefusal(request, reply, nothingHere);
  }
};

/** Before a long body is even read: nobody unknown has the terminal keep megabytes. */
export const refuseStrangers: onRequestHookHandler = (request, reply, done) => {
  if (callerOf(request).kind === 'public') {
    sendProblem(reply, problem('unauthenticated'));
  } else {
    done();
  }
};

const notOurPage = problem('forbidden', { message: 'Only a page of this server begins here, and it shows no key.' });

/** For what a page of ours begins with. Another origin has been refused already; a browser also says the site. */
export const refuseOthersPages: onRequestHookHandler = (request, reply, done) => {
  const site = request.headers['sec-fetch-site'];
  if (request.arrival?.hasCredential !== true && (site === undefined || site === 'same-origin')) {
    done();
  } else {
    sendProblem(reply, notOurPage);
  }
};
