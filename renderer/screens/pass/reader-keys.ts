/**
 * Tells a reader of codes, which types what it reads, from a person at a keyboard: it types a pass, which always begins
 * the same, many times faster than a hand, and ends with Enter. Nothing of what a person types is kept.
 * Runs in the face. It touches no page.
 */

/** What matters of a key that went down. */
export interface KeyDown {
  /** The place of the key, whatever the machine's own layout is: readers type as on a US keyboard. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/** What is to be done with a key: left to the page, kept from it, or it was the last of a pass. */
export type KeyVerdict = 'leave' | 'swallow' | { readonly token: string };

/** The longest pause between two keys of a reader, in milliseconds. A hand needs longer for the same three keys. */
export const readerPauseMs = 60;

/** Every pass begins so: it is what the base64url of `{"` begins with. */
const beginning = 'eyJ';
const shortest = 100;
const longest = 2_000;

const modifiers = /^(Shift|Control|Alt|Meta|CapsLock)/;

/** Builds it; `now` in milliseconds. */
export function watchKeys(now: () => number): (key: KeyDown) => KeyVerdict {
  let typed = '';
  let last = Number.NEGATIVE_INFINITY;
  return (key) => {
    if (modifiers.test(key.code)) {
      return 'leave';
    }
    const moment = now();
    const sofar = moment - last <= readerPauseMs && !key.repeat ? typed : '';
    last = moment;
    typed = '';
    const reads = sofar.startsWith(beginning);
    if (isEnter(key)) {
      return reads ? (sofar.length >= shortest ? { token: sofar } : 'swallow') : 'leave';
    }
    const next = sofar + characterOf(key);
    if (reads) {
      typed = next.slice(0, longest + 1);
      return 'swallow';
    }
    typed = beginning.startsWith(next) ? next : '';
    return 'leave';
  };
}

function isEnter({ code }: KeyDown): boolean {
  return code === 'Enter' || code === 'NumpadEnter';
}

/** The character of base64url, or the full stop, that a US keyboard gives; empty for any other key. */
function characterOf({ code, shiftKey, ctrlKey, altKey, metaKey }: KeyDown): string {
  if (ctrlKey || altKey || metaKey) {
    return '';
  }
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter !== undefined) {
    return shiftKey ? letter : letter.toLowerCase();
  }
  const [, digit] = /^(?:Digit|Numpad)([0-9])$/.exec(code) ?? [];
  if (digit !== undefined) {
    return shiftKey ? '' : digit;
  }
  return code === 'Minus' ? (shiftKey ? '_' : '-') : code === 'Period' && !shiftKey ? '.' : '';
}
