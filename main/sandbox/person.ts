/**
 * A person as the sandbox knows one, and how names are compared.
 * Runs in Node, wherever the sandbox runs.
 */

/** Field names are those of the wire and of the people file. */
export interface Person {
  readonly full_name: string;
  /** Ten digits, without +91. */
  readonly mobile_number: string;
  /** 0 not, 1 partially, 2 fully vaccinated. */
  readonly vaccination_status: 0 | 1 | 2;
}

/**
 * Brings a name to the form in which names are compared: Unicode form, case, white space and
 * invisible joiners (which keyboards of Indic scripts insert or leave out) make no difference.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Everybody who is registered; several persons may share a number. */
export interface Register {
  /** The person with this number and name, or undefined. */
  find(mobileNumber: string, fullName: string): Person | undefined;
}

/** Builds the register. Throws a TypeError when two persons have the same number and name. */
export function buildRegister(people: readonly Person[]): Register {
  const persons = new Map<string, Person>();
  for (const person of people) {
    const key = keyOf(person.mobile_number, person.full_name);
    if (persons.has(key)) {
      throw new TypeError('two persons of the sandbox have the same mobile_number and full_name');
    }
    persons.set(key, person);
  }
  return { find: (mobileNumber, fullName) => persons.get(keyOf(mobileNumber, fullName)) };
}

/** What makes a person one: number and folded name. */
export function keyOf(mobileNumber: string, fullName: string): string {
  return `${mobileNumber} ${foldName(fullName)}`;
}
