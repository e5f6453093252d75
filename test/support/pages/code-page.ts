/** The code. For tests only. */
import { button, described, heading, type View, withAnyTime } from './view.ts';

/** The field, what is said about it, and the two ways out. */
export function buildCodePage({ page, say }: View) {
  const field = page.getByRole('textbox', { name: say('code.field'), exact: true });
  return {
    heading: heading(page, say('code.title')),
    field,
    sentTo: (masked: string) => page.getByText(say('code.sent', { masked }), { exact: true }),
    wrong: (count: number) => page.getByText(say('code.wrong', { count }), { exact: true }),
    expired: page.getByText(say('code.expired'), { exact: true }),
    isNew: page.getByText(say('code.new'), { exact: true }),
    note: () => described(field),
    /** Why one has to wait for a new one, with the time that is left. */
    wait: (reason: 'code' | 'many' | 'busy') => page.getByText(withAnyTime((time) => say(`wait.${reason}`, { time }))),
    /** Its name says how long to wait, where one must. */
    resend: page.getByRole('button', { name: say('code.resend') }),
    /** "Send again" once it can be used. */
    resendNow: button(page, say('code.resend')),
    change: button(page, say('code.change')),
  };
}
