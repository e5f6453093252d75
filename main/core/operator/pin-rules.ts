/**
 * Which PINs are too easy to guess (O1): whoever stands at the door has a handful of tries, and spends them on these.
 * Pure. A PIN is judged when it is set, never when it is typed.
 */
import { commonPins } from './common-pins.ts';

/** Why a PIN is not taken; the words of `fields[].problem`. */
export type PinFault = 'too-common' | 'a-run' | 'repeated' | 'a-date';

/**
 * Judges a PIN of 6 to 12 digits.
 * @returns why it is not taken, or undefined
 */
export function judgePin(pin: string): PinFault | undefined {
  if (isRepeated(pin)) {
    return 'repeated';
  }
  if (isRun(pin) || isRun(halfOfDoubled(pin))) {
    return 'a-run';
  }
  if (isDate(pin)) {
    return 'a-date';
  }
  return commonPins.has(pin) ? 'too-common' : undefined;
}

/** Fewer than three different digits, or the same few over and over: 111111, 110011, 121212, 123123, 1231231. */
function isRepeated(pin: string): boolean {
  const repeats = (length: number) => Array.from(pin).every((digit, index) => digit === pin[index % length]);
  const lengths = Array.from({ length: Math.floor(pin.length / 2) }, (_, index) => index + 1);
  return new Set(pin).size < 3 || lengths.some(repeats);
}

/** Each digit as far from the one before it, on and on past nine: 123456, 654321, 246802, 890123. */
function isRun(digits: string): boolean {
  const numbers = Array.from(digits, Number);
  const steps = numbers.slice(1).map((digit, index) => (digit - (numbers[index] ?? 0) + 10) % 10);
  return steps.length > 1 && new Set(steps).size === 1;
}

/** 112233 is 123 with each digit twice; of anything else there is no half. */
function halfOfDoubled(pin: string): string {
  return /^(?:(\d)\1)+$/.test(pin) ? pin.replace(/(\d)\d/g, '$1') : '';
}

/** How a day, or a month, is written: with a year of two or of four digits, in the orders that people use. */
const dateForms: readonly RegExp[] = [
  /^(?<day>\d\d)(?<month>\d\d)\d\d$/,
  /^(?<month>\d\d)(?<day>\d\d)\d\d$/,
  /^\d\d(?<month>\d\d)(?<day>\d\d)$/,
  /^(?<month>\d\d)(?:19|20)\d\d$/,
  /^(?:19|20)\d\d(?<month>\d\d)$/,
  /^(?<day>\d\d)(?<month>\d\d)(?:19|20)\d\d$/,
  /^(?<month>\d\d)(?<day>\d\d)(?:19|20)\d\d$/,
  /^(?:19|20)\d\d(?<month>\d\d)(?<day>\d\d)$/,
];

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day of birth is what people take first: anything that can be read as a day or a month is one. */
function isDate(pin: string): boolean {
  return dateForms.some((form) => {
    const read = form.exec(pin)?.groups;
    const days = longestMonths[Number(read?.month) - 1];
    const day = Number(read?.day ?? 1);
    return days !== undefined && day >= 1 && day <= days;
  });
}
