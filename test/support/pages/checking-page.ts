/** What is being done, while it is done. For tests only. */
import { heading, type View } from './view.ts';

/** The two tasks, and the word that it takes long. */
export function buildCheckingPage({ page, say }: View) {
  return {
    sending: heading(page, say('checking.send')),
    checking: heading(page, say('checking.check')),
    slow: page.getByText(say('checking.slow'), { exact: true }),
  };
}
