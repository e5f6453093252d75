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
