/**
 * A table on its way into the roster: read, checked by the terminal, imported. The text lives here alone, and goes when
 * it is imported or left.
 * Runs in the operator face.
 */
import { useRef, useState } from 'preact/hooks';
import type { Problem, RosterImported, RosterMapping, RosterPreview } from '../../../../main/contract/public.ts';
import { useDesk } from '../../desk-context.ts';
import { type ColumnChoice, mappingOf, type RosterField } from './columns.ts';
import { checkTable, type FileTrouble, readTable, type TableText } from './read-table.ts';

/** A table whose lines have been looked at. */
export interface CheckedTable {
  readonly text: string;
  readonly preview: RosterPreview;
  readonly choice: ColumnChoice;
}

export type RosterFileState =
  | { readonly step: 'none'; readonly trouble?: FileTrouble; readonly problem?: Problem }
  | { readonly step: 'reading' | 'checking' }
  | { readonly step: 'checked'; readonly table: CheckedTable; readonly busy: boolean; readonly problem?: Problem }
  | { readonly step: 'importing'; readonly rows: number }
  | { readonly step: 'done'; readonly imported: RosterImported };

export interface RosterFile {
  readonly state: RosterFileState;
  takeFile(file: Blob): Promise<void>;
  takeText(text: string): Promise<void>;
  /** Says which column a field is; undefined for none. */
  choose(field: RosterField, column: number | undefined): Promise<void>;
  importAll(): Promise<void>;
  /** Forgets the table. */
  leave(): void;
}

/** @param onImported called when the roster has changed */
export function useRosterFile(onImported: () => void): RosterFile {
  const { ask } = useDesk();
  const [state, setState] = useState<RosterFileState>({ step: 'none' });
  const newest = useRef(0);
  /** Shows a state, unless something newer has begun since. */
  const begin = (first: RosterFileState) => {
    newest.current += 1;
    const mine = newest.current;
    setState(first);
    return (next: RosterFileState) => {
      if (newest.current === mine) {
        setState(next);
      }
    };
  };
  const check = async (found: TableText, show: (next: RosterFileState) => void) => {
    if ('trouble' in found) {
      show({ step: 'none', trouble: found.trouble });
      return;
    }
    const { text } = found;
    show({ step: 'checking' });
    const answer = await ask('roster.preview', { text });
    show(
      answer.ok
        ? { step: 'checked', busy: false, table: { text, preview: answer.value, choice: answer.value.mapping ?? {} } }
        : { step: 'none', problem: answer.error },
    );
  };
  const checkAgain = async (table: CheckedTable, mapping: RosterMapping | undefined) => {
    const show = begin({ step: 'checked', table, busy: mapping !== undefined });
    if (mapping !== undefined) {
      const answer = await ask('roster.preview', { text: table.text, mapping });
      show(
        answer.ok
          ? { step: 'checked', busy: false, table: { ...table, preview: answer.value } }
          : { step: 'checked', busy: false, table, problem: answer.error },
      );
    }
  };
  const importTable = async (table: CheckedTable, mapping: RosterMapping) => {
    const show = begin({ step: 'importing', rows: table.preview.rows });
    const answer = await ask('roster.import', { text: table.text, mapping });
    if (answer.ok) {
      show({ step: 'done', imported: answer.value });
      onImported();
    } else {
      show({ step: 'checked', busy: false, table, problem: answer.error });
    }
  };
  return {
    state,
    async takeFile(file) {
      const show = begin({ step: 'reading' });
      await check(await readTable(file), show);
    },
    takeText: (text) => check(checkTable(text), begin({ step: 'checking' })),
    async choose(field, column) {
      if (state.step === 'checked') {
        const { [field]: _left, ...others } = state.table.choice;
        const choice = column === undefined ? others : { ...others, [field]: column };
        await checkAgain({ ...state.table, choice }, mappingOf(choice));
      }
    },
    async importAll() {
      const mapping = state.step === 'checked' ? mappingOf(state.table.choice) : undefined;
      if (state.step === 'checked' && mapping !== undefined) {
        await importTable(state.table, mapping);
      }
    },
    leave: () => void begin({ step: 'none' }),
  };
}
