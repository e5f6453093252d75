/**
 * What the real service does not have: the SMS, the faults and a page that explains both, under `/sandbox`.
 * Runs in Node, wherever the sandbox runs.
 */
import { faultKinds } from './fault-kinds.ts';
import { type FaultQueue, readFault } from './fault-queue.ts';
import { renderGuide } from './guide.ts';
import type { Person } from './person.ts';
import type { Phones } from './phones.ts';
import { json, type Reply } from './reply.ts';
import { readJson } from './request-body.ts';
import type { Methods } from './router.ts';

/** How many faults may wait at once. */
const mostFaults = 1_000;

/** Builds the routes under `/sandbox`, by path and method. */
export function buildControls(
  people: readonly Person[],
  phones: Phones,
  faults: FaultQueue,
): Readonly<Record<string, Methods>> {
  const queue = (): Reply => json(200, faults.list());
  return {
    '/sandbox': { GET: () => renderGuide(people) },
    '/sandbox/messages': {
      GET: (_request, query) => json(200, phones.messages(query.get('mobile_number') ?? undefined)),
    },
    '/sandbox/faults': {
      GET: queue,
      POST: async (request) => {
        const body = await readJson(request);
        return 'refused' in body ? body.refused : (addFault(faults, body.fields) ?? queue());
      },
      DELETE: () => {
        faults.clear();
        return queue();
      },
    },
  };
}

function addFault(faults: FaultQueue, fields: Readonly<Record<string, unknown>>): Reply | undefined {
  const read = readFault(fields);
  if ('problem' in read) {
    return json(400, { error: read.problem, kinds: [...faultKinds.keys()] });
  }
  if (faults.list().length >= mostFaults) {
    return json(409, { error: `${mostFaults} faults are waiting already; DELETE /sandbox/faults clears them` });
  }
  faults.add(read.fault);
  return undefined;
}
