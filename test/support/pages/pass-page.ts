/** Passes as a visitor sees them: the words at the start, the code with the result, and a pass that does not hold. For tests only. */
import { passWordsOf } from '../../../renderer/screens/pass/pass-words.ts';
import { readQr } from '../read-qr.ts';
import { button, heading, type View } from './view.ts';

/** What is on the screen of a pass. */
export function buildPassPage({ page, locale }: View) {
  const words = passWordsOf(locale);
  const code = page.locator('.pass-code .qr');
  return {
    hint: page.getByText(words.hint, { exact: true }),
    code,
    until: page.locator('.pass-words').getByRole('heading', { level: 2 }),
    /** What a camera reads from the screen. */
    async read(): Promise<string> {
      await code.waitFor();
      const [path, view] = await code.evaluate((svg) => [
        svg.querySelector('path')?.getAttribute('d') ?? '',
        svg.getAttribute('viewBox') ?? '',
      ]);
      return readQr(path ?? '', Number(view?.split(' ').at(-1)));
    },
    refused: heading(page, words.title),
    verify: button(page, words.verify),
    reason: (reason: 'revoked' | 'not-genuine' | 'expired') =>
      page.getByText(words.staff.replace('{reason}', words[reason]), { exact: true }),
  };
}
