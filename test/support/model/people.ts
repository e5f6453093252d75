/** Who comes to the kiosk of the model. For tests only. */
import type { Person } from '../../../main/sandbox/sandbox.ts';

/** Two of them share a number. */
export const people: readonly Person[] = [
  { full_name: 'Asha Kumari', mobile_number: '9000000001', vaccination_status: 2 },
  { full_name: 'Ravi Nair', mobile_number: '9000000002', vaccination_status: 1 },
  { full_name: 'Meera Das', mobile_number: '9000000003', vaccination_status: 0 },
  { full_name: 'Imran Khan', mobile_number: '9000000004', vaccination_status: 2 },
  { full_name: 'Sana Khan', mobile_number: '9000000004', vaccination_status: 1 },
  { full_name: 'Lata Rao', mobile_number: '9000000005', vaccination_status: 2 },
  { full_name: 'Joseph Mathew', mobile_number: '9000000006', vaccination_status: 2 },
  { full_name: 'Farah Sheikh', mobile_number: '9000000007', vaccination_status: 1 },
  { full_name: 'Tenzin Dorje', mobile_number: '9000000008', vaccination_status: 0 },
];

/** Somebody whom the upstream does not know. */
export const unknown: Person = { full_name: 'Nobody Known', mobile_number: '9000000009', vaccination_status: 2 };
