/** The decision. For tests only. */
import type { Decision } from '../../../main/contract/public.ts';
import { buildEndingPage } from './ending-page.ts';
import { heading, type View } from './view.ts';

/** The words of the decision and the proof below them. */
export function buildResultPage(view: View) {
  const { page, say } = view;
  return {
    ...buildEndingPage(view),
    heading: (decision: Decision) => heading(page, say(`result.${decision}`)),
    todo: (decision: Decision) => page.getByText(say(`result.${decision}Todo`), { exact: true }),
    /** Entry number and check code, as far as they stand on the screen under their names. */
    async proof(): Promise<{ readonly seq: string | undefined; readonly checkCode: string | undefined }> {
      const names = await page.getByRole('term').allTextContents();
      const values = await page.getByRole('definition').allTextContents();
      const valueUnder = (name: string) => values[names.indexOf(name)];
      return { seq: valueUnder(say('result.entry')), checkCode: valueUnder(say('result.check'))?.replace(' ', '') };
    },
  };
}
