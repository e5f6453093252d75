/**
 * The words beside a field: for each problem one sentence that says what to do.
 * Runs in the face.
 */
import type { Say } from '../../i18n/catalog.ts';
import { beginsOddly, mobileDigits, mobileProblem, nameProblem, problemToSay } from '../../store/form.ts';
import type { Field, ScreenOf } from '../../store/screen.ts';

type Details = ScreenOf<'details'>;

/** The core did not take this field, and nothing was changed since. */
function isNotTaken({ answer }: Details, field: Field): boolean {
  return answer?.kind === 'refused-fields' && answer.fields.includes(field);
}

/**
 * What to say of the name now.
 * @param longest the most UTF-16 units that the terminal takes
 */
export function nameWords(screen: Details, longest: number, say: Say): string | undefined {
  const { draft, left } = screen;
  switch (problemToSay(nameProblem(draft.fullName, longest), left.includes('fullName'))) {
    case 'empty':
      return say('details.nameEmpty');
    case 'characters':
      return say('details.nameCharacters');
    case 'letters':
      return say('details.nameLetters');
    case 'long':
      return say('details.nameLong');
    case undefined:
      return isNotTaken(screen, 'fullName') ? say('details.notTaken') : undefined;
  }
}

/** What to say of the mobile number now. */
export function mobileWords(screen: Details, say: Say): string | undefined {
  const { draft, left } = screen;
  const text = draft.mobileNumber;
  switch (problemToSay(mobileProblem(text), left.includes('mobileNumber'))) {
    case 'empty':
      return say('details.mobileEmpty');
    case 'characters':
      return say('details.mobileCharacters');
    case 'short':
      return say('details.mobileShort', { count: 10 - mobileDigits(text).length });
    case 'long':
      return say('details.mobileLong');
    case undefined:
      return isNotTaken(screen, 'mobileNumber')
        ? say('details.notTaken')
        : beginsOddly(text)
          ? say('details.mobileStart')
          : undefined;
  }
}
