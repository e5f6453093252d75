/** The people of the pictures: invented, each with a number of their own. For pictures only. */
import type { Person } from '../../main/sandbox/sandbox.ts';

const latin = {
  given: ['Asha', 'Mohan', 'Lakshmi', 'José', 'Gurpreet', 'Fatima', 'Ananya', 'Kiran', 'Ravi'],
  family: ['Kumari', 'Iyer', "D'Souza", 'Singh', 'Shaikh', 'Banerjee', 'Rao'],
} as const;
const devanagari = { given: ['मीना', 'राजेश', 'सुनीता'], family: ['देवी', 'यादव', 'शर्मा', 'वर्मा'] } as const;

/** Somebody by a running number; the same number is always the same person. Four of five are fully vaccinated. */
export function inventPerson(index: number): Person {
  const { given, family } = index % 6 === 3 ? devanagari : latin;
  const [first, last] = [given[index % given.length], family[index % family.length]];
  const statuses = [2, 2, 1, 2, 2, 2, 0, 2, 2, 2] as const;
  return {
    full_name: `${first} ${last}`,
    mobile_number: String(9_811_000_000 + index * 7_919),
    vaccination_status: statuses[index % statuses.length] ?? 2,
  };
}

/** How many are invented. The first of them work at the venue. */
export const howMany = 120;
export const howManyEmployees = 42;

/** The roster of the office, as a spreadsheet saves it. */
export function writeRosterFile(): string {
  const lines = Array.from({ length: howManyEmployees }, (_, index) => {
    const { full_name: name, mobile_number: mobile } = inventPerson(index);
    return `E-${1_001 + index},${name},${mobile}`;
  });
  return `Employee ID,Full name,Mobile\n${lines.join('\n')}\n`;
}
