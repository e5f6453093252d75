/** Name and mobile number. For tests only. */
import { button, described, heading, type View, withAnyTime } from './view.ts';

/** The two fields, what stands below each, and "Send the code". */
export function buildDetailsPage({ page, say }: View) {
  const name = page.getByRole('textbox', { name: say('details.name'), exact: true });
  const mobile = page.getByRole('textbox', { name: say('details.mobile'), exact: true });
  const send = button(page, say('details.send'));
  return {
    heading: heading(page, say('details.title')),
    name,
    mobile,
    send,
    unknown: page.getByText(say('details.unknown')),
    /** Why one has to wait, with the time that is left. */
    wait: (reason: 'code' | 'many' | 'busy') => page.getByText(withAnyTime((time) => say(`wait.${reason}`, { time }))),
    belowName: () => described(name),
    belowMobile: () => described(mobile),
    async typed(): Promise<readonly string[]> {
      return [await name.inputValue(), await mobile.inputValue()];
    },
    async fill(fullName: string, mobileNumber: string): Promise<void> {
      await name.fill(fullName);
      await mobile.fill(mobileNumber);
    },
  };
}
