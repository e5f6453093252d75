/** What lies over a screen or takes its place: the question whether anybody is there, help, out of order. For tests only. */
import { button, heading, type View } from './view.ts';

/** "Are you still there?" */
export function buildStillTherePage({ page, say }: View) {
  const dialog = page.getByRole('alertdialog', { name: say('idle.title'), exact: true });
  return {
    dialog,
    stay: button(dialog, say('idle.stay')),
    restart: button(dialog, say('idle.restart')),
    endsIn: (count: number) => dialog.getByText(say('idle.ends', { count }), { exact: true }),
  };
}

/** "Get help from a person" */
export function buildHelpPage({ page, say }: View) {
  const dialog = page.getByRole('dialog', { name: say('help.title'), exact: true });
  return { dialog, kept: dialog.getByText(say('help.kept'), { exact: true }), back: button(dialog, say('help.back')) };
}

/** The terminal does not serve. */
export function buildOutOfOrderPage({ page, say }: View) {
  return { heading: heading(page, say('order.title')), words: page.getByText(say('order.text'), { exact: true }) };
}

/** The host does not answer. */
export function buildMomentPage({ page, say }: View) {
  return { heading: heading(page, say('moment.title')), words: page.getByText(say('moment.text'), { exact: true }) };
}
