/**
 * Which keys reach a page: those that type, move and confirm. All else is refused by default, so that no shortcut of
 * Chromium, known or new, leads out of the kiosk. What the operating system takes for itself never comes here: the real
 * lock is that of the system (docs/installer.md).
 * Runs in Electron's main process.
 */
import type { Input } from 'electron';

/** Who types: a visitor, or staff at a desk, who copy and paste. */
export type Typist = 'kiosk' | 'reception';

/** Keys with a name that a form needs; the modifiers do nothing by themselves. */
const named: readonly string[] = [
  'Alt',
  'AltGraph',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'Backspace',
  'CapsLock',
  'Compose',
  'Control',
  'Convert',
  'Dead',
  'Delete',
  'End',
  'Enter',
  'Escape',
  // Reads the screen aloud.
  'F2',
  'Home',
  'Insert',
  'KanaMode',
  'Meta',
  'NonConvert',
  'NumLock',
  'PageDown',
  'PageUp',
  'Process',
  'Shift',
  'Tab',
  'Unidentified',
];

/** With Control, or Command on a Mac: all, copy, paste, cut, back and forth again. */
const ofTheDesk: readonly string[] = ['a', 'c', 'v', 'x', 'y', 'z'];

type Press = Pick<Input, 'key' | 'shift' | 'control' | 'alt' | 'meta'>;

/** Whether this key may reach the page. */
export function mayPress(typist: Typist, { key, shift, control, alt, meta }: Press): boolean {
  const types = Array.from(key).length === 1;
  if (!control && !alt && !meta) {
    // Shift and Escape open Chromium's list of processes.
    return types || (named.includes(key) && !(shift && key === 'Escape'));
  }
  if (isModifier(key)) {
    return true;
  }
  // AltGr, which Windows reports as Control and Alt, and Option on a Mac make letters.
  if (types && !meta && alt && (control || process.platform === 'darwin')) {
    return true;
  }
  return typist === 'reception' && control !== meta && !alt && ofTheDesk.includes(key.toLowerCase());
}

function isModifier(key: string): boolean {
  return ['Alt', 'AltGraph', 'Control', 'Meta', 'Shift'].includes(key);
}

/** What is asked of the window's contents. */
export interface TypedContents {
  on(event: 'before-input-event', listener: (event: { preventDefault(): void }, input: Press) => void): unknown;
}

/** Lets no other key through to the page of this window. */
export function guardKeys(contents: TypedContents, typist: Typist): void {
  contents.on('before-input-event', (event, input) => {
    if (!mayPress(typist, input)) {
      event.preventDefault();
    }
  });
}
