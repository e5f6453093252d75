/** "Please see the reception". For tests only. */
import type { ReceptionReason } from '../../../renderer/store/screen.ts';
import { buildEndingPage } from './ending-page.ts';
import { heading, type View } from './view.ts';

const reasons = {
  declined: 'reception.declined',
  'under-age': 'reception.underAge',
  exhausted: 'reception.exhausted',
  limit: 'reception.limit',
} as const satisfies Record<ReceptionReason, string>;

/** The way to a person, and why. */
export function buildReceptionPage(view: View) {
  const { page, say } = view;
  return {
    ...buildEndingPage(view),
    heading: heading(page, say('reception.title')),
    reason: (reason: ReceptionReason) => page.getByText(say(reasons[reason]), { exact: true }),
  };
}
