/** Asserts each cell of some rows of the fault table, and keeps what was seen for docs/faults.md. For tests only. */
import { describe, expect, test } from 'vitest';
import type { CallName } from '../../main/sandbox/calls.ts';
import { boundOf, calls, type FaultRow, rowOfEnd, screenOfCheck, screenOfSend } from './fault-table.ts';
import { type FaultPlan, timeouts, visitUnder } from './fault-visit.ts';

/** What a noisy machine may add to the time of a visit, in milliseconds. */
const allowanceMs = 6_000;

/** One row of the document. */
export interface SeenRow {
  readonly fault: string;
  readonly call: CallName;
  readonly screen: string;
  readonly end: string;
  readonly row: string;
}

/** Registers one test a cell; what each has seen comes into the list. `served` says whether the next visitor is served. */
export function expectCells(
  rows: readonly FaultRow[],
  planOf: (fault: string, call: CallName) => FaultPlan,
  served: (row: FaultRow) => boolean = () => true,
): SeenRow[] {
  const seen: SeenRow[] = [];
  describe.concurrent.each(rows)('$fault', (row) => {
    const cells = calls.flatMap((call, index) => {
      const end = row.ends[index];
      return end === undefined ? [] : [{ call, end }];
    });
    test.concurrent.each(cells)('in $call: $end', async ({ call, end }) => {
      const came = await visitUnder(planOf(row.fault, call));
      const screen = (call === 'generateOTP' ? screenOfSend : screenOfCheck)[end];
      const expected = { end, screen, row: rowOfEnd(end), rows: end === 'otp-wrong' ? 0 : 1, admitted: end === 'ok' };
      expect(came).toMatchObject(expected);
      expect(came.ms).toBeLessThan(boundOf(row, call, timeouts) + allowanceMs);
      expect(came.nextIsServed).toBe(served(row));
      seen.push({ fault: row.fault, call, screen: came.screen, end: came.end, row: came.row });
    });
  });
  return seen;
}
