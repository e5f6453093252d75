/**
 * The choices of an export as the page holds them, and as the core takes them.
 * Runs in the operator face. Pure.
 */
import type { ExportChoice, Problem } from '../../../../main/contract/public.ts';

/** What was chosen and typed. */
export interface Options {
  readonly span: 'all' | 'today' | 'range';
  /** Days, `2026-01-31`, or empty. */
  readonly from: string;
  readonly to: string;
  readonly table: boolean;
  readonly reveal: boolean;
  /** Public keys of age, one a line. */
  readonly recipients: string;
}

/** What most want: everything, and a table. */
export const emptyOptions: Options = { span: 'all', from: '', to: '', table: true, reveal: false, recipients: '' };

/** The fields of the page that can be wrong. */
export type WrongField = 'from' | 'to' | 'encryptTo';

/** As the core takes it; `today` is the day of the site's wall, `2026-01-31`. */
export function toChoice(options: Options, today: string): ExportChoice {
  const { span, table, reveal, recipients } = options;
  const [from, to] = span === 'range' ? [options.from, options.to] : span === 'today' ? [today, today] : ['', ''];
  const encryptTo = recipients.split(/[\s,]+/).filter((key) => key !== '');
  return {
    table,
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(reveal ? { reveal } : {}),
    ...(encryptTo.length === 0 ? {} : { encryptTo }),
  };
}

/** The fields that the core has refused. */
export function wrongFields(problem: Problem | undefined): ReadonlySet<WrongField> {
  const paths = problem?.fields?.map(({ path }) => path.split('.')[0]) ?? [];
  const known: readonly WrongField[] = ['from', 'to', 'encryptTo'];
  return new Set(known.filter((field) => paths.includes(field)));
}
