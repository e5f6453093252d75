/**
 * Reads Linux's mount table (proc_pid_mountinfo(5)). Pure.
 * Runs in Node, in every host.
 */

/** One line of the table. */
export interface Mount {
  /** `major:minor`. */
  readonly device: string;
  /** Where it is mounted. */
  readonly folder: string;
  readonly readOnly: boolean;
}

/** The mounts, in the order of the table; a line that is none is passed over. */
export function parseMounts(table: string): Mount[] {
  return table.split('\n').flatMap((line) => {
    const dash = line.indexOf(' - ');
    const [, , device, , folder, options] = line.slice(0, Math.max(0, dash)).split(' ');
    const superOptions = line.slice(dash + 3).split(' ')[2];
    if (device === undefined || folder === undefined || options === undefined || !/^\d+:\d+$/.test(device)) {
      return [];
    }
    const readOnly = [options, superOptions ?? ''].some((list) => list.split(',').includes('ro'));
    return [{ device, folder: unescapeOctal(folder), readOnly }];
  });
}

/** Blanks, tabs, line feeds and backslashes of a path stand as a backslash and three octal digits. */
function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
