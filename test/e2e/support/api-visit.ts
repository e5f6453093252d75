/** Visits without a page, for tests that are about what staff see of them. */
import { enterKiosk, startInput } from '../../support/visitor-client.ts';
import type { Known } from './people.ts';
import type { Venue } from './venue.ts';

/** A person comes in through the API of the terminal; answers what was decided. */
export async function visitByApi(
  venue: Venue,
  person: Known,
  purpose = 'visitor',
): Promise<{ readonly seq: number; readonly checkCode: string }> {
  const client = await enterKiosk(venue.launchUrl);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const known = { full_name: person.fullName, mobile_number: person.mobileNumber, vaccination_status: 2 } as const;
  const started = await client['verification.start'](startInput(known, version, purpose));
  const id = started.ok ? started.value.id : '';
  const decided = await client['verification.submitOtp']({ id, otp: venue.newestOtp(person.mobileNumber) });
  if (!decided.ok || decided.value.state !== 'decided') {
    throw new Error('the visit came to no decision');
  }
  return decided.value;
}
