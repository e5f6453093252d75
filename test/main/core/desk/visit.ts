/** A whole visit at a kiosk, in-process. For tests only. */
import type { Caller } from '../../../../main/core/kiosk.ts';
import type { TestKiosk } from '../../../support/open-test-kiosk.ts';

const visitor: Caller = { kind: 'kiosk', id: 'visitor' };
const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210' };

/** Asha comes in; she is always admitted. */
export async function visit({
  kiosk,
  newestOtp,
}: Pick<TestKiosk, 'kiosk' | 'newestOtp'>): Promise<{ readonly seq: number; readonly checkCode: string }> {
  const client = kiosk.client(visitor);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const started = await client['verification.start']({
    ...asha,
    purpose: 'visitor',
    consent: { version, locale: 'en', accepted: true },
  });
  const id = started.ok ? started.value.id : '';
  const decided = await client['verification.submitOtp']({ id, otp: newestOtp(asha.mobileNumber) });
  if (!decided.ok || decided.value.state !== 'decided') {
    throw new Error('the visit came to no decision');
  }
  return decided.value;
}
