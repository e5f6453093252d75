/** The on-screen keys. A key is found by what it shows, or by its name where it shows a sign. For tests only. */
import { button, type View } from './view.ts';

/** The text keyboard and the number pad. */
export function buildKeysPage({ page, say }: View) {
  const keyboard = page.getByRole('group', { name: say('keys.keyboard'), exact: true });
  const pad = page.getByRole('group', { name: say('keys.pad'), exact: true });
  return {
    keyboard,
    pad,
    /** Touches keys of the keyboard one after the other. */
    async touch(...names: readonly string[]): Promise<void> {
      for (const name of names) {
        await button(keyboard, name).click();
      }
    },
    /** Touches digits of the pad. */
    async touchDigits(digits: string): Promise<void> {
      for (const digit of digits) {
        await button(pad, digit).click();
      }
    },
    deleteDigit: button(pad, say('keys.backspace')),
    clear: button(pad, say('keys.clear')),
  };
}
