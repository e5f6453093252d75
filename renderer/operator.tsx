/**
 * The entry of the operator face: puts its parts together and shows it.
 * Runs in the renderer: a browser window of the HTTP host, or the window of the Electron host.
 */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { buildClient, operations } from '../main/contract/public.ts';
import { chooseTransport } from './client/choose-transport.ts';
import { pageAddress } from './client/page-address.ts';
import { createDeskStore } from './operator/desk-store.ts';
import './operator/operator.css';
import { OperatorFace } from './operator/operator-face.tsx';
import { type DeskLocale, deskLocales } from './operator/words.ts';
import { browserClock } from './store/clock.ts';

const client = buildClient(chooseTransport(window, operations));
const store = createDeskStore({ client, clock: browserClock });
const locale = signal<DeskLocale>('en');

const root = document.getElementById('desk');
if (root === null) {
  throw new TypeError('operator.html has no element "desk"');
}

/** Back to the page of visitors, which leads here again by itself but for a visit, or after somebody was here. */
function leave(visit: boolean): void {
  location.replace(`${pageAddress('kiosk', window)}${visit ? '?visit' : '?later'}`);
}

/** Locks, lets the words be read for a while, and loads the page again. */
function startAgain(): void {
  void store.lock();
  browserClock.after(5000, () => location.reload());
}

effect(() => {
  document.documentElement.lang = locale.value;
});
effect(() => {
  const description = store.description.value;
  if (description === undefined) {
    return;
  }
  document.title = description.site.name;
  if (description.display.accent !== undefined) {
    document.documentElement.style.setProperty('--accent', description.display.accent);
  }
  // The desk begins in the first of the venue's languages that it speaks.
  locale.value = deskLocales.find((one) => description.languages.find((tag) => isSpoken(tag)) === one) ?? 'en';
});

function isSpoken(tag: string): boolean {
  return deskLocales.some((one) => one === tag);
}

for (const kind of ['pointerdown', 'keydown'] as const) {
  document.addEventListener(kind, store.touch, { capture: true, passive: true });
}
store.start();
render(
  <OperatorFace
    store={store}
    clock={browserClock}
    locale={locale}
    onSpeak={(next) => {
      locale.value = next;
    }}
    onLeave={leave}
    onCrash={startAgain}
  />,
  root,
);
