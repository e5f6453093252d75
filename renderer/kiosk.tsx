/**
 * The entry of the kiosk face: puts its parts together and shows it.
 * Runs in the renderer: a browser window of the HTTP host, or the window of the Electron host.
 */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { buildVisitorClient, visitorOperations } from '../main/contract/public.ts';
import { chooseTransport } from './client/choose-transport.ts';
import { createEase } from './components/ease/ease.ts';
import { FaceContext } from './components/face-context.ts';
import { CrashGuard } from './components/frame/crash-guard.tsx';
import { startDeskWay } from './components/frame/desk-way.ts';
import { Frame } from './components/frame/frame.tsx';
import { lockPage } from './components/frame/lock-page.ts';
import { numbering } from './i18n/digits.ts';
import { createSpeaker } from './i18n/speaker.ts';
import { MomentScreen } from './screens/moment/moment-screen.tsx';
import { loadPasses } from './screens/pass/load-passes.ts';
import { loadOwnPhone } from './screens/phone/load-own-phone.ts';
import { createSounds } from './sounds/sounds.ts';
import './styles/base.css';
import { browserClock } from './store/clock.ts';
import { createDemoPhone } from './store/demo-phone.ts';
import { createFaceStore } from './store/face-store.ts';

const client = buildVisitorClient(chooseTransport(window, visitorOperations));
const speaker = createSpeaker();
const sounds = createSounds({ page: document, volume: () => (store.description.peek()?.display.volume ?? 60) / 100 });
const store = createFaceStore({ client, clock: browserClock, speaker, play: sounds.play });
const phone = createDemoPhone(client, browserClock, store);
const ease = createEase({
  store,
  speaker,
  clock: browserClock,
  page: document,
  // The answer changes nothing here.
  tellVoice: (lang, speaks) => void client['voice.report']({ locale: lang, speaks }),
});
const passes = loadPasses(window, browserClock, store);
const ownPhone = loadOwnPhone(store);

const root = document.getElementById('face');
if (root === null) {
  throw new TypeError('kiosk.html has no element "face"');
}

/** Ends the visit, lets the page be read for a while, and loads it again. */
function startAgain(): void {
  store.send({ type: 'cancel' });
  browserClock.after(5000, () => location.reload());
}

effect(() => {
  document.documentElement.lang = speaker.speech.value.locale;
});
effect(() => {
  const description = store.description.value;
  document.title = description?.site.name ?? 'Pravesh';
  if (description?.display.accent !== undefined) {
    document.documentElement.style.setProperty('--accent', description.display.accent);
  }
  if (description?.display.digits === 'script') {
    // Where they cannot be had, times are shown in the usual ones; the next description tries again.
    import('./i18n/script-digits.ts').then(
      ({ scriptDigits }) => {
        numbering.value = scriptDigits;
      },
      () => undefined,
    );
  }
});
lockPage(document, () => store.send({ type: 'touch' }));
const desk = startDeskWay({ client, store, clock: browserClock, window });
store.start();
phone.start();
render(
  <FaceContext value={{ store, speaker, clock: browserClock, passes, ownPhone, phone, desk, ease }}>
    <CrashGuard instead={<MomentScreen quiet={false} />} onCrash={startAgain}>
      <Frame />
    </CrashGuard>
  </FaceContext>,
  root,
);
