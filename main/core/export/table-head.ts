/** The first line of `entries.csv`. Pure. */
import { tableColumns } from './columns-sql.ts';

/** The byte order mark, without which Excel does not read UTF-8, and the names of the columns. */
export function tableHead(reveal: boolean): Uint8Array {
  return Buffer.from(`\ufeff${tableColumns(reveal).join(',')}\r\n`, 'utf8');
}
