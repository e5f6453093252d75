/** Which column is what, guessed by the titles as offices write them in English and Hindi. Pure. */
import type { RosterMapping } from '../../contract/public.ts';

/** The likelier title first; compared without case, spaces and signs. */
const titles: Readonly<Record<keyof RosterMapping, readonly string[]>> = {
  name: [
    ...['full name', 'name', 'employee name', 'name of employee', 'emp name', 'staff name', 'name of staff'],
    ...['person name', 'person', 'employee full name', 'display name', 'employee', 'staff member'],
    ...['पूरा नाम', 'नाम', 'कर्मचारी का नाम', 'कर्मचारी नाम', 'कर्मचारी का पूरा नाम', 'कर्मचारी'],
  ],
  mobile: [
    ...['mobile number', 'mobile no', 'mobile', 'mobile phone', 'mobile phone number', 'cell phone', 'cell'],
    ...['phone number', 'phone no', 'phone', 'contact number', 'contact no', 'telephone', 'tel', 'contact'],
    ...['मोबाइल नंबर', 'मोबाइल नम्बर', 'मोबाइल', 'मोबाइल संख्या', 'फोन नंबर', 'फोन नम्बर', 'फोन', 'दूरभाष', 'संपर्क नंबर'],
  ],
  reference: [
    ...['reference', 'employee id', 'employee code', 'employee number', 'employee no', 'emp id', 'emp code', 'emp no'],
    ...['staff id', 'staff code', 'staff number', 'staff no', 'personnel number', 'id', 'id number', 'code', 'ref'],
    ...['employee reference', 'badge number', 'badge', 'token number', 'token no', 'roll number', 'identifier'],
    ...['संदर्भ', 'कर्मचारी आईडी', 'कर्मचारी कोड', 'कर्मचारी संख्या', 'कर्मचारी क्रमांक', 'आईडी', 'कोड', 'पहचान संख्या', 'क्रमांक'],
  ],
};

/** Without the dot below, which one keyboard gives and the other does not. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u093C|[^\p{L}\p{M}\p{N}]/gu, '');
}

/** The mapping, or null where a column cannot be told or would be two things. */
export function guessMapping(columns: readonly string[]): RosterMapping | null {
  const found = columns.map(plain);
  const guess = (field: keyof RosterMapping) => {
    const likely = titles[field].map(plain).find((title) => found.includes(title));
    return likely === undefined ? undefined : found.indexOf(likely);
  };
  const [name, mobile, reference] = [guess('name'), guess('mobile'), guess('reference')];
  return name === undefined || mobile === undefined || reference === undefined ? null : { name, mobile, reference };
}
