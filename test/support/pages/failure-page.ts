/** A technical fault. For tests only. */
import type { ErrorCode } from '../../../main/contract/public.ts';
import type { FailureKind } from '../../../renderer/store/consequence.ts';
import { buildEndingPage } from './ending-page.ts';
import { button, heading, type View } from './view.ts';

/** The words for the visitor and the code for staff. */
export function buildFailurePage(view: View) {
  const { page, say } = view;
  return {
    ...buildEndingPage(view),
    heading: heading(page, say('failure.title')),
    notYou: page.getByText(say('failure.notYou'), { exact: true }),
    kind: (kind: FailureKind) => page.getByText(say(`failure.${kind}`), { exact: true }),
    staff: (code: ErrorCode) => page.getByText(say('failure.staff', { code }), { exact: true }),
    tryAgain: button(page, say('failure.again')),
  };
}
