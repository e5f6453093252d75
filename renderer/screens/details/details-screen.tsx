/**
 * Name and mobile number on one screen, with the keys for the field that is typed into.
 * Runs in the face.
 */
import type { KioskDescription } from '../../../main/contract/public.ts';
import type { ScreenOf } from '../../store/screen.ts';
import { DetailsForm } from './details-form.tsx';
import { DetailsKeys } from './details-keys.tsx';
import { useDetails } from './use-details.ts';

export interface DetailsScreenProps {
  readonly screen: ScreenOf<'details'>;
  readonly description: KioskDescription;
}

/** Shows the form, and the keys of the terminal below it. */
export function DetailsScreen({ screen, description }: DetailsScreenProps) {
  const details = useDetails(screen, description.limits.nameLength);
  return (
    <>
      <DetailsForm screen={screen} description={description} details={details} />
      <DetailsKeys details={details} />
    </>
  );
}
