/**
 * The entry of the embedded page, in somebody else's page or on the visitor's own phone: puts its parts together and
 * shows it.
 * Runs in a browser, in a frame or alone.
 */
import './styles/base.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import {
  buildVisitorClient,
  embedOperations,
  type SnapshotIn,
  type Transport,
  visitorOperations,
} from '../main/contract/public.ts';
import { buildHttpTransport } from './client/http-transport.ts';
import { FaceContext } from './components/face-context.ts';
import { CrashGuard } from './components/frame/crash-guard.tsx';
import { readAddress } from './embed/address.ts';
import { type HostWindow, openHostWindow } from './embed/host-window.ts';
import { chooseLocale, wantedLocales } from './embed/locale.ts';
import { PageFrame } from './embed/page-frame.tsx';
import { askToBegin, buildPageSession, narrowClient } from './embed/page-session.ts';
import { applyTheme } from './embed/theme.ts';
import { followVisit } from './embed/visit.ts';
import { watchHeight } from './embed/watch-height.ts';
import { wording } from './embed/words.ts';
import { createSpeaker } from './i18n/speaker.ts';
import { MomentScreen } from './screens/moment/moment-screen.tsx';
import { createSounds } from './sounds/sounds.ts';
import { browserClock } from './store/clock.ts';
import { createDemoPhone } from './store/demo-phone.ts';
import { createFaceStore } from './store/face-store.ts';
// After those of the screens, which it fits into a frame.
import './embed/embed.css';

const { beginning, locale, theme } = readAddress(location);
if (beginning.kind === 'phone') {
  // It is of no use to anybody any more, and none of the history's business.
  history.replaceState(null, '', location.pathname);
}

const known = { ...visitorOperations, ...embedOperations };
const transport: Transport = buildHttpTransport(
  {
    fetch: (...request) => fetch(...request),
    EventSource,
    headers: () => session.headers(),
  },
  known,
);
const session = buildPageSession({
  begin: () => askToBegin(transport, beginning),
  renews: beginning.kind === 'party',
  clock: browserClock,
});
let decided: SnapshotIn<'decided'> | undefined;
const client = narrowClient(buildVisitorClient(session.guard(transport)), session, (snapshot) => {
  decided = snapshot;
});
const speaker = createSpeaker(wording);
const sounds = createSounds({ page: document });
const store = createFaceStore({ client, clock: browserClock, speaker, play: sounds.play, place: 'page' });
const phone = createDemoPhone(client, browserClock, store);
const wanted = () => wantedLocales(locale, session.opened.peek()?.locale, navigator.languages);

let host: HostWindow | undefined;
const visit = followVisit({
  store,
  locale: (offered) => chooseLocale(wanted(), offered),
  tell: (told) => host?.tell(told),
  decided: () => decided,
});

const root = document.getElementById('face');
if (root === null) {
  throw new TypeError('embed.html has no element "face"');
}

/** Ends the visit, lets the page be read for a while, and loads it again. */
function startAgain(): void {
  store.send({ type: 'cancel' });
  browserClock.after(5000, () => location.reload());
}

/** Nothing can be done before the terminal has let this page begin. */
async function begin(page: HTMLElement): Promise<void> {
  await session.open();
  const opened = session.opened.peek();
  if (opened === undefined) {
    return;
  }
  host = openHostWindow(window, {
    origins: opened.origins,
    nonce: beginning.kind === 'party' ? beginning.begin.nonce : undefined,
    onCancel: () => store.send({ type: 'cancel' }),
  });
  store.start();
  phone.start();
  watchHeight(page, (height) => host?.tell({ type: 'resize', height }));
}

effect(() => {
  document.documentElement.lang = speaker.speech.value.locale;
});
effect(() => {
  const description = store.description.value;
  document.title = description?.site.name ?? 'Pravesh';
  applyTheme(document.documentElement, theme, description?.display.accent);
});
effect(() => {
  const code = session.over.value;
  if (code !== undefined) {
    host?.tell({ type: 'error', code });
  }
});
for (const touch of ['pointerdown', 'keydown']) {
  document.addEventListener(touch, () => store.send({ type: 'touch' }), { capture: true });
}
void speaker.speak(chooseLocale(wanted()));
const desk = { isVisit: false, demoPin: signal(undefined), leave: () => {} };
const passes = signal(undefined);
render(
  <FaceContext value={{ store, speaker, clock: browserClock, passes, phone, desk, ownDevice: true }}>
    <CrashGuard instead={<MomentScreen quiet={false} />} onCrash={startAgain}>
      <PageFrame kind={beginning.kind} session={session} visit={visit} />
    </CrashGuard>
  </FaceContext>,
  root,
);
void begin(root);
