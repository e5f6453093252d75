/** The reasons of operators stay in the log for good, so they may not tell whom they are about. Pure. */
import { toLatinDigits } from '../../contract/public.ts';

/** Whether a reason holds what may be a mobile number: ten digits, in any script, with spaces or marks between them. */
export function holdsNumber(reason: string): boolean {
  return /[0-9]{10}/.test(onlyDigitsTogether(reason));
}

/** Whether a reason tells of whom an entry is: half of the number, or a word of the name. */
export function namesPerson(
  reason: string,
  { name, mobile }: { readonly name: string | null; readonly mobile: string | null },
): boolean {
  const text = reason.toLowerCase();
  const words = name?.toLowerCase().split(/[^\p{L}\p{M}]+/u) ?? [];
  return (
    (mobile !== null && onlyDigitsTogether(reason).includes(mobile.slice(-6))) ||
    words.some((word) => word.length > 2 && text.includes(word))
  );
}

function onlyDigitsTogether(text: string): string {
  return toLatinDigits(text).replace(/[\s\u00a0.,'’()/\-\u2010-\u2015\u200c\u200d]/gu, '');
}
