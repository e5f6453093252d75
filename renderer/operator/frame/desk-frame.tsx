/**
 * An open desk: header, navigation, the page, and the countdown over them.
 * Runs in the operator face.
 */
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { KioskDescription, OperatorSession } from '../../../main/contract/public.ts';
import { CrashGuard } from '../../components/frame/crash-guard.tsx';
import type { FaceClock } from '../../store/clock.ts';
import { type Desk, DeskContext, useDesk } from '../desk-context.ts';
import type { DeskStore } from '../desk-store.ts';
import { TouchKeys } from '../keys/touch-keys.tsx';
import { findPage } from '../pages.ts';
import type { DeskLocale } from '../words.ts';
import { Countdown } from './countdown.tsx';
import './frame.css';
import { Header } from './header.tsx';
import { HealthContext, useHealthWatch } from './health-context.ts';
import { LatestContext, useLatestWatch } from './latest-context.ts';
import { Navigation } from './navigation.tsx';
import { Still } from './still.tsx';

export interface DeskFrameProps {
  readonly store: DeskStore;
  readonly clock: FaceClock;
  readonly description: KioskDescription;
  /** Who was let in. */
  readonly opened: OperatorSession;
  readonly locale: ReadonlySignal<DeskLocale>;
  readonly onSpeak: (locale: DeskLocale) => void;
  /** Back to visitors; with `visit` a visit begins. */
  readonly onLeave: (visit: boolean) => void;
  readonly onCrash: () => void;
}

/** Shows the desk of one session. */
export function DeskFrame(props: DeskFrameProps) {
  const { store, onSpeak, onLeave, onCrash } = props;
  const beginVisit = () => void store.lock().then(() => onLeave(true));
  return (
    <DeskContext value={useDeskOf(props)}>
      <CrashGuard instead={<Still word="crashed" />} onCrash={onCrash}>
        <Listening>
          <div class="desk">
            <Header onSpeak={onSpeak} onVisit={beginVisit} />
            <Navigation />
            <main class="desk-page">
              <CurrentPage />
            </main>
            <TouchKeys />
          </div>
        </Listening>
        <Countdown secondsLeft={store.secondsLeft} onStay={store.stay} />
      </CrashGuard>
    </DeskContext>
  );
}

/** The desk as its pages know it: its session is there for as long as they are. */
function useDeskOf({ store, clock, description, opened, locale, onLeave }: DeskFrameProps): Desk {
  const session = useSignal(opened);
  useSignalEffect(() => {
    session.value = store.session.value ?? session.peek();
  });
  return useMemo(() => {
    const { ask, events, place, go } = store;
    // A kiosk goes back to its visitors; a reception desk stays where it is, behind its door.
    const lock = () => void store.lock().then(() => description.mode === 'kiosk' && onLeave(false));
    return { ask, events, place, go, session, description, locale, clock, lock };
  }, [store, clock, description, session, locale, onLeave]);
}

/** What is listened to for as long as the desk is open, whichever page is shown. */
function Listening({ children }: { readonly children: ComponentChildren }) {
  return (
    <HealthContext value={useHealthWatch()}>
      <LatestContext value={useLatestWatch()}>{children}</LatestContext>
    </HealthContext>
  );
}

/** The page of the moment; a page that is left is taken away with all that it held. */
function CurrentPage() {
  const { place, session } = useDesk();
  const page = findPage(place.value.page, session.value);
  if (page === undefined) {
    return null;
  }
  const { id, component: Page } = page;
  return <Page key={id} />;
}
