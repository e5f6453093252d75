/**
 * The screen of the moment: one component for each member of the union.
 * Runs in the face.
 */
import { useEffect } from 'preact/hooks';
import type { KioskDescription } from '../../../main/contract/public.ts';
import { CheckingScreen } from '../../screens/checking/checking-screen.tsx';
import { CodeScreen } from '../../screens/code/code-screen.tsx';
import { ConsentScreen } from '../../screens/consent/consent-screen.tsx';
import { DetailsScreen } from '../../screens/details/details-screen.tsx';
import { FailureScreen } from '../../screens/ending/failure-screen.tsx';
import { ReceptionScreen } from '../../screens/ending/reception-screen.tsx';
import { ResultScreen } from '../../screens/ending/result-screen.tsx';
import { PurposeScreen } from '../../screens/purpose/purpose-screen.tsx';
import { StartScreen } from '../../screens/start/start-screen.tsx';
import { useFace } from '../face-context.ts';
import { preloadTextKeyboard } from '../keyboard/text-keyboard.tsx';

/** Shows it. */
export function ScreenView({ description }: { readonly description: KioskDescription }) {
  const { store, passes, ownPhone } = useFace();
  const screen = store.screen.value;
  const PassScreen = passes.value?.PassScreen;
  const PhoneScreen = ownPhone?.value?.PhoneScreen;
  const isReading = screen.name === 'consent';
  useEffect(() => {
    if (isReading) {
      // There is time now. A keyboard that cannot be loaded says so where it is shown.
      preloadTextKeyboard().catch(() => undefined);
    }
  }, [isReading]);
  switch (screen.name) {
    case 'start':
      return <StartScreen description={description} />;
    case 'consent':
      return <ConsentScreen screen={screen} />;
    case 'purpose':
      return <PurposeScreen description={description} />;
    case 'details':
      return <DetailsScreen screen={screen} description={description} />;
    case 'code':
      return <CodeScreen screen={screen} />;
    case 'checking':
      return <CheckingScreen screen={screen} />;
    case 'result':
      return <ResultScreen screen={screen} />;
    case 'reception':
      return <ReceptionScreen screen={screen} />;
    case 'phone':
      return PhoneScreen === undefined ? null : <PhoneScreen screen={screen} />;
    case 'pass':
    case 'no-pass':
      return PassScreen === undefined ? null : <PassScreen screen={screen} />;
    case 'failure':
      return <FailureScreen screen={screen} />;
  }
}
