/**
 * The frame of the embedded page: one column, as high as what is in it. What lies over a screen at the terminal stands
 * in its place here, because nobody knows which part of a high frame can be seen.
 * Runs in the embedded page.
 */
import { useComputed } from '@preact/signals';
import { DemoBanner } from '../components/demo/demo-banner.tsx';
import { DemoPanel } from '../components/demo/demo-panel.tsx';
import { useFace } from '../components/face-context.ts';
import { LanguageSwitch } from '../components/frame/language-switch.tsx';
import { useKeptFocus } from '../components/frame/use-kept-focus.ts';
import { HelpScreen } from '../screens/help/help-screen.tsx';
import { MomentScreen } from '../screens/moment/moment-screen.tsx';
import { OutOfOrderScreen } from '../screens/out-of-order/out-of-order-screen.tsx';
import { StillThereScreen } from '../screens/still-there/still-there-screen.tsx';
import type { Overlay } from '../store/face-state.ts';
import type { Screen } from '../store/screen.ts';
import { coverOf } from '../store/service-steps.ts';
import '../components/frame/frame.css';
import { PageBar } from './page-bar.tsx';
import { PageScreen } from './page-screen.tsx';
import type { PageSession } from './page-session.ts';
import { OverScreen } from './rest-screen.tsx';
import type { PageVisit } from './visit.ts';

export interface PageFrameProps {
  readonly kind: 'party' | 'phone';
  readonly session: Pick<PageSession, 'over'>;
  readonly visit: PageVisit;
}

/** Shows the page. */
export function PageFrame({ kind, session, visit }: PageFrameProps) {
  const { store } = useFace();
  const cover = useComputed(() => coverOf(store.state.value)).value;
  const overlay = useComputed(() => store.state.value.overlay).value;
  const link = useComputed(() => store.state.value.service.link).value;
  const description = store.description.value;
  useKeptFocus(overlay !== undefined);
  // A phone that has been decided on is nobody any more after a while: what it shows stays all the same.
  const isDone = kind === 'phone' && description !== undefined && isAtEnd(store.screen.value, visit);
  if (session.over.value !== undefined && !isDone) {
    return (
      <main class="face">
        <OverScreen kind={kind} />
      </main>
    );
  }
  if ((cover === 'moment' && !isDone) || description === undefined) {
    return (
      <main class="face">
        <MomentScreen quiet={link === 'waiting'} />
      </main>
    );
  }
  return (
    <>
      <div class="face" data-screen={store.screen.value.name} hidden={overlay !== undefined}>
        {description.demo ? <DemoBanner /> : null}
        <header class="languages-head">
          <LanguageSwitch />
        </header>
        <main class="stage">
          {cover === 'out-of-order' && !isDone ? (
            <OutOfOrderScreen />
          ) : (
            <PageScreen description={description} visit={visit} kind={kind} />
          )}
          {description.demo ? <DemoPanel /> : null}
        </main>
        <PageBar />
      </div>
      <Over overlay={overlay} />
    </>
  );
}

/** Nothing follows for this page. */
function isAtEnd({ name }: Screen, { rest }: PageVisit): boolean {
  return name === 'result' || name === 'reception' || (name === 'start' && rest.value === 'finished');
}

function Over({ overlay }: { readonly overlay: Overlay | undefined }) {
  switch (overlay?.kind) {
    case 'help':
      return <HelpScreen />;
    case 'still-there':
      return <StillThereScreen overlay={overlay} />;
    case undefined:
      return null;
  }
}
