/**
 * Where a person is found, in the venue's own words, and by which number.
 * Runs in the face.
 */
import type { KioskDescription } from '../../../main/contract/public.ts';
import { useSpeech } from '../../components/face-context.ts';

/** Shows the place and the phone, as far as the venue has given them. */
export function WhereToGo({ display }: { readonly display: KioskDescription['display'] | undefined }) {
  const { say, locale } = useSpeech();
  const { helpPoint, phone } = display ?? {};
  const place = helpPoint?.[locale] ?? helpPoint?.en ?? Object.values(helpPoint ?? {})[0];
  if (place === undefined && phone === undefined) {
    return null;
  }
  return (
    <div class="where">
      {place === undefined ? null : <p>{say('reception.where', { place })}</p>}
      {phone === undefined ? null : <p>{say('reception.phone', { phone })}</p>}
    </div>
  );
}
