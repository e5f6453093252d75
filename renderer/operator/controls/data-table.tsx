/**
 * A table whose head stays while its rows scroll. Where rows can be opened, arrows move among them and Enter opens one.
 * Runs in the operator face.
 */
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import './controls.css';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  /** Numbers stand at the end of their column. */
  readonly align?: 'start' | 'end';
  /** Left out where the page is narrow. */
  readonly wide?: boolean;
  cell(row: R): ComponentChildren;
}

export interface DataTableProps<R> {
  /** What the table holds, for those who listen. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** What stands instead of rows where there are none. */
  readonly empty: ComponentChildren;
  /** Stands below the last row: a button for more. */
  readonly foot?: ComponentChildren;
  readonly selected?: string | undefined;
  keyOf(row: R): string;
  /** Without it rows are read, not opened. */
  onOpen?(row: R): void;
}

/** The row that a key moves to, by its number; undefined for a key that does not move. */
export function rowAfterKey(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** Shows the table. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, columns, rows, empty, foot, onOpen } = props;
  const isGrid = onOpen !== undefined;
  // What is only read can be scrolled by keyboard all the same; in a grid the rows themselves are reached.
  const reach = isGrid ? {} : ({ tabIndex: 0, role: 'region', 'aria-label': caption } as const);
  return (
    <div class="table-frame" {...reach}>
      <table class="table" role={isGrid ? 'grid' : undefined}>
        <caption class="spoken">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={cellClass(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <Rows {...props} />
      </table>
      {rows.length === 0 ? empty : null}
      {foot}
    </div>
  );
}

function cellClass<R>({ align = 'start', wide = false }: Column<R>): string {
  return `cell cell-${align}${wide ? ' cell-wide' : ''}`;
}

function Rows<R>({ columns, rows, selected, keyOf, onOpen }: DataTableProps<R>) {
  const [current, setCurrent] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  // One row alone is in the order of Tab: the one that was last, or the first.
  const reachable = Math.min(current, rows.length - 1);
  const keyDown = (event: TargetedKeyboardEvent<HTMLTableRowElement>, index: number, row: R) => {
    if (event.target !== event.currentTarget) {
      return;
    }
    const next = rowAfterKey(event.key, index, rows.length);
    if (next !== undefined) {
      event.preventDefault();
      setCurrent(next);
      body.current?.rows.item(next)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen?.(row);
    }
  };
  return (
    <tbody ref={body}>
      {rows.map((row, index) => {
        const key = keyOf(row);
        const grid =
          onOpen === undefined
            ? {}
            : {
                tabIndex: index === reachable ? 0 : -1,
                'aria-selected': key === selected,
                onFocus: () => setCurrent(index),
                onClick: () => onOpen(row),
                onKeyDown: (event: TargetedKeyboardEvent<HTMLTableRowElement>) => keyDown(event, index, row),
              };
        return (
          <tr key={key} class={key === selected ? 'row row-selected' : 'row'} {...grid}>
            {columns.map((column) => (
              <td key={column.key} class={cellClass(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}
