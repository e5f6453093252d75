/** The notice, the question of age and the two answers. For tests only. */
import { createHash } from 'node:crypto';
import { button, type View } from './view.ts';

/** What a visitor reads and answers before anything is asked. */
export function buildConsentPage({ page, say }: View) {
  const notice = page.locator('[aria-labelledby="notice-title"]');
  return {
    notice,
    yes: button(page, say('consent.yes')),
    no: button(page, say('consent.no')),
    agree: button(page, say('consent.agree')),
    decline: button(page, say('consent.decline')),
    ageFirst: page.getByText(say('consent.ageFirst')),
    /** SHA-256 in hex of the notice as it stands on the screen: title, headings and texts, line by line. */
    async shownHash(): Promise<string> {
      const lines = await notice.locator('h1, h2, p').allTextContents();
      return createHash('sha256').update(lines.join('\n')).digest('hex');
    },
  };
}
