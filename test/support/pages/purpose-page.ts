/** Why somebody is here. For tests only. */
import { button, heading, type View } from './view.ts';

/** The purposes of the venue of the tests. */
export function buildPurposePage({ page, say }: View) {
  return {
    heading: heading(page, say('purpose.title')),
    visitor: button(page, say('purpose.visitor')),
    employee: button(page, say('purpose.employee')),
  };
}
