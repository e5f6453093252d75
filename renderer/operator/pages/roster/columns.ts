/**
 * Which column of a table is what, while somebody chooses.
 * Runs in the operator face.
 */
import type { RosterMapping } from '../../../../main/contract/public.ts';

export type RosterField = keyof RosterMapping;

/** In the order in which they are asked for. */
export const rosterFields = ['name', 'mobile', 'reference'] as const satisfies readonly RosterField[];

/** What has been chosen so far. */
export type ColumnChoice = Partial<RosterMapping>;

/** The whole mapping, once all three are chosen and no two are the same. */
export function mappingOf({ name, mobile, reference }: ColumnChoice): RosterMapping | undefined {
  if (name === undefined || mobile === undefined || reference === undefined) {
    return undefined;
  }
  return new Set([name, mobile, reference]).size === 3 ? { name, mobile, reference } : undefined;
}

/** Whether another field has the same column. */
export function isTaken(choice: ColumnChoice, field: RosterField): boolean {
  const column = choice[field];
  return column !== undefined && rosterFields.some((other) => other !== field && choice[other] === column);
}
