/** The names of exports, and how those are known again that an interruption has left behind. Pure. */
import type { RowRange } from './columns-sql.ts';
import type { ExportJob } from './job.ts';

/** The ending of what is not whole yet. */
export const partEnding = '.part';

/** The ending of an encrypted export. */
export const sealedEnding = '.tar.age';

/** `pravesh-<site>-<terminal>-<first>-<last>-<time>`, the time in UTC without signs that a file system refuses. */
export function exportName({ site, createdAt }: ExportJob, { first, last }: RowRange): string {
  const time = createdAt.slice(0, 19).replace(/[-:]/g, '');
  return `pravesh-${site.id}-${site.terminal}-${first}-${last}-${time}Z`;
}

/** Whether a name is of an export of this terminal that was interrupted. */
export function isLeftover(name: string, { site }: ExportJob): boolean {
  const ours = `pravesh-${site.id}-${site.terminal}-`;
  return name.startsWith(ours) && /^\d+-\d+-\d{8}T\d{6}Z(\.tar\.age)?\.part$/.test(name.slice(ours.length));
}
