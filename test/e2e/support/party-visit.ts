/** Visits that another system makes through the API with its key. For tests only. */
import type { Known } from './people.ts';
import type { Venue } from './venue.ts';

export interface PartyApi {
  readonly venue: Venue;
  readonly apiKey: string;
}

/** Asks the API; rejects with the status where the answer is no. */
async function ask({ venue, apiKey }: PartyApi, path: string, body?: object): Promise<object> {
  const response = await fetch(new URL(`/api/v1/${path}`, venue.launchUrl), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${apiKey}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer: object = await response.json();
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return answer;
}

/** One visit, up to its decision. */
export async function visitByParty(
  api: PartyApi,
  { fullName, mobileNumber }: Known,
): Promise<{ readonly seq: number; readonly receipt: string }> {
  const described: { consent?: { version: string } } = await ask(api, 'kiosk');
  const consent = { version: described.consent?.version, locale: 'en', accepted: true };
  const started: { id?: string } = await ask(api, 'verifications', {
    fullName,
    mobileNumber,
    purpose: 'visitor',
    consent,
  });
  const otp = api.venue.newestOtp(mobileNumber);
  const decided: { seq?: number; receipt?: string } = await ask(api, `verifications/${started.id}/otp`, { otp });
  const { seq, receipt } = decided;
  if (seq === undefined || receipt === undefined) {
    throw new Error('the visit came to no decision');
  }
  return { seq, receipt };
}
