/**
 * Sizes as people read them.
 * Runs in the operator face.
 */
import { type DeskLocale, formatLocales } from '../../words.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in bytes as "3.4 GB", in the units of the box that a stick is sold in (powers of 1000). */
export function writeSize(bytes: number, locale: DeskLocale): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(formatLocales[locale], {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumFractionDigits: step > 2 ? 1 : 0,
  });
  return format.format(bytes / 1000 ** step);
}
