/** "Use my own phone" as a visitor sees it at the kiosk. For tests only. */
import { phoneWordsOf } from '../../../renderer/screens/phone/phone-words.ts';
import { readQr } from '../read-qr.ts';
import { button, heading, type View } from './view.ts';

/** What is in the bar, and on the screens of a phone. */
export function buildPhonePage({ page, locale }: View) {
  const words = phoneWordsOf(locale);
  const code = page.locator('.own-phone-code .qr');
  return {
    offer: button(page, words.offer),
    code,
    left: page.locator('.own-phone-left'),
    here: button(page, words.here),
    again: button(page, words.again),
    opened: heading(page, words.openedTitle),
    expired: heading(page, words.expiredTitle),
    ended: heading(page, words.endedTitle),
    /** What a camera reads from the screen. */
    async read(): Promise<string> {
      await code.locator('path').waitFor();
      const [path, view] = await code.evaluate((svg) => [
        svg.querySelector('path')?.getAttribute('d') ?? '',
        svg.getAttribute('viewBox') ?? '',
      ]);
      return readQr(path ?? '', Number(view?.split(' ').at(-1)));
    },
  };
}
