/** Whole visits while the upstream answers what it should not. Each cell of the table is asserted. */
import { afterAll } from 'vitest';
import { expectCells } from './fault-cells.ts';
import { compareDocument } from './fault-document.ts';
import { httpRows } from './fault-table.ts';

const answers = expectCells(
  httpRows,
  (fault, call) => ({
    call,
    baseUrlOf: ({ sandbox }) => sandbox.baseUrl,
    begin: async ({ sandbox }) => {
      const body = JSON.stringify({ call, kind: fault, times: 3 });
      const headers = { 'content-type': 'application/json' };
      const queued = await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body, headers });
      if (!queued.ok) {
        throw new Error(await queued.text());
      }
    },
    end: async ({ sandbox }) => {
      await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
    },
  }),
  // Asked to wait, the kiosk lets nobody begin until then.
  ({ fault }) => fault !== '429-retry-after',
);

afterAll(() => compareDocument({ 'What is answered': answers }));
