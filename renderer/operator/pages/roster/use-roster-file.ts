/**
 * A table on its way into the roster: read, checked by the terminal, imported. The text lives here alone, and goes when
 * it is imported or left.
 * Runs in the operator face.
 */
import { useRef, useState } from 'preact/hooks';
import type { Problem, RosterImported, RosterPreview } from '../../../../main/contract/public.ts';
import type { Ask } from '../../ask.ts';
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

/** Brings a table in. @param onImported called when the roster has changed */
export function useRosterFile(onImported: () => void): RosterFile {
  const { ask } = useDesk();
  const { state, begin } = useNewest();
  const table = state.step === 'checked' ? state.table : undefined;
  return {
    state,
    async takeFile(file) {
      const show = begin({ step: 'reading' });
      const found = await readTable(file);
      show({ step: 'checking' });
      show(await checkText(ask, found));
    },
    async takeText(text) {
      const show = begin({ step: 'checking' });
      show(await checkText(ask, checkTable(text)));
    },
    async choose(field, column) {
      if (table !== undefined) {
        const { [field]: _left, ...others } = table.choice;
        const chosen = { ...table, choice: column === undefined ? others : { ...others, [field]: column } };
        const show = begin({ step: 'checked', table: chosen, busy: true });
        show(await checkColumns(ask, chosen));
      }
    },
    async importAll() {
      const mapping = table === undefined ? undefined : mappingOf(table.choice);
      if (table !== undefined && mapping !== undefined) {
        const show = begin({ step: 'importing', rows: table.preview.rows });
        const answer = await ask('roster.import', { text: table.text, mapping });
        show(
          answer.ok
            ? { step: 'done', imported: answer.value }
            : { step: 'checked', busy: false, table, problem: answer.error },
        );
        if (answer.ok) {
          onImported();
        }
      }
    },
    leave: () => void begin({ step: 'none' }),
  };
}

/** A state that something began; what it shows later is not shown once something newer has begun. */
function useNewest() {
  const [state, setState] = useState<RosterFileState>({ step: 'none' });
  const newest = useRef(0);
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
  return { state, begin };
}

/** Has the terminal look at a table and guess its columns. */
async function checkText(ask: Ask, found: TableText): Promise<RosterFileState> {
  if ('trouble' in found) {
    return { step: 'none', trouble: found.trouble };
  }
  const { text } = found;
  const answer = await ask('roster.preview', { text });
  return answer.ok
    ? { step: 'checked', busy: false, table: { text, preview: answer.value, choice: answer.value.mapping ?? {} } }
    : { step: 'none', problem: answer.error };
}

/** Has the terminal check every line with the columns that were chosen, once all are. */
async function checkColumns(ask: Ask, table: CheckedTable): Promise<RosterFileState> {
  const mapping = mappingOf(table.choice);
  if (mapping === undefined) {
    return { step: 'checked', busy: false, table };
  }
  const answer = await ask('roster.preview', { text: table.text, mapping });
  return answer.ok
    ? { step: 'checked', busy: false, table: { ...table, preview: answer.value } }
    : { step: 'checked', busy: false, table, problem: answer.error };
}
