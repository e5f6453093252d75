/** What every end of a visit has. For tests only. */
import { button, type View } from './view.ts';

/** The countdown and how to change it. */
export function buildEndingPage({ page, say }: View) {
  return {
    clearsIn: (count: number) => page.getByText(say('common.clears', { count }), { exact: true }),
    moreTime: button(page, say('common.moreTime')),
    done: button(page, say('common.done')),
    where: (place: string) => page.getByText(say('reception.where', { place }), { exact: true }),
  };
}
