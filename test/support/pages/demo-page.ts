/** What only a demonstration has: the banner and the phone. For tests only. */
import { button, type View } from './view.ts';

/** The banner, its switch, the people and the SMS. */
export function buildDemoPage({ page, say }: View) {
  const phone = page.getByRole('complementary', { name: say('demo.phone'), exact: true });
  return {
    banner: page.getByText(say('demo.banner'), { exact: true }),
    open: button(page, say('demo.open')),
    close: button(page, say('demo.close')),
    phone,
    person: (fullName: string) => phone.getByRole('button', { name: fullName }),
    others: button(phone, say('demo.others')),
    /** The newest SMS, once it has come. */
    sms: phone.getByRole('button', { name: /^[0-9]{6} / }),
    use: phone.getByText(say('demo.use'), { exact: true }),
  };
}
