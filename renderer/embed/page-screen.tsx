/**
 * The screen of the moment in the embedded page: one component for each member of the union that it knows, without the
 * keys of the terminal.
 * Runs in the embedded page.
 */
import type { KioskDescription } from '../../main/contract/public.ts';
import { useArrival } from '../components/controls/use-arrival.ts';
import { useFace } from '../components/face-context.ts';
import { CheckingScreen } from '../screens/checking/checking-screen.tsx';
import { CodeForm } from '../screens/code/code-form.tsx';
import { ConsentScreen } from '../screens/consent/consent-screen.tsx';
import { DetailsForm } from '../screens/details/details-form.tsx';
import { useDetails } from '../screens/details/use-details.ts';
import { FailureScreen } from '../screens/ending/failure-screen.tsx';
import { ReceptionScreen } from '../screens/ending/reception-screen.tsx';
import { ResultScreen } from '../screens/ending/result-screen.tsx';
import { MomentScreen } from '../screens/moment/moment-screen.tsx';
import { PurposeScreen } from '../screens/purpose/purpose-screen.tsx';
import type { ScreenOf } from '../store/screen.ts';
import { PutAway } from './put-away.tsx';
import { RestScreen } from './rest-screen.tsx';
import type { PageVisit } from './visit.ts';

export interface PageScreenProps {
  readonly description: KioskDescription;
  readonly visit: PageVisit;
  /** Where the result is shown besides. */
  readonly kind: 'party' | 'phone';
}

/** Shows it. */
export function PageScreen({ description, visit, kind }: PageScreenProps) {
  const screen = useFace().store.screen.value;
  switch (screen.name) {
    case 'consent':
      return <ConsentScreen screen={screen} />;
    case 'purpose':
      return <PurposeScreen description={description} />;
    case 'details':
      return <Details screen={screen} description={description} />;
    case 'code':
      return <Code screen={screen} />;
    case 'checking':
      return <CheckingScreen screen={screen} />;
    case 'result':
      return (
        <>
          {kind === 'phone' ? <PutAway /> : null}
          <ResultScreen screen={screen} />
        </>
      );
    case 'reception':
      return <ReceptionScreen screen={screen} />;
    case 'failure':
      return <FailureScreen screen={screen} />;
    // The start; passes and invitations are for the terminal alone.
    default: {
      const rest = visit.rest.value;
      return rest === 'beginning' ? (
        <MomentScreen quiet />
      ) : (
        <RestScreen kind={kind} rest={rest} onAgain={visit.again} />
      );
    }
  }
}

function Details({
  screen,
  description,
}: {
  readonly screen: ScreenOf<'details'>;
  readonly description: KioskDescription;
}) {
  const details = useDetails(screen, description.limits.nameLength);
  return <DetailsForm screen={screen} description={description} details={details} />;
}

function Code({ screen }: { readonly screen: ScreenOf<'code'> }) {
  return <CodeForm screen={screen} field={useArrival<HTMLInputElement>()} />;
}
