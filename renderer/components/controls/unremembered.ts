/**
 * What every field of the kiosk tells the browser: nothing here is to be remembered, corrected or filled in, because the
 * next visitor is a stranger; and the keys are our own.
 * Runs in the face.
 */
export const unremembered = {
  type: 'text',
  inputMode: 'none',
  autocomplete: 'off',
  spellcheck: false,
  'data-1p-ignore': 'true',
  'data-lpignore': 'true',
} as const;

/**
 * What the fields of a page on somebody's own device tell it: which of its keys to show, and that what it knows may be
 * filled in.
 */
export const ownFields = {
  name: { type: 'text', inputMode: 'text', autocomplete: 'name', spellcheck: false },
  digits: { type: 'tel', inputMode: 'tel', autocomplete: 'tel-national', spellcheck: false },
  code: { type: 'text', inputMode: 'numeric', autocomplete: 'one-time-code', spellcheck: false },
} as const;
