/**
 * The purposes of the venue in words for staff.
 * Runs in the operator face.
 */
import { useDesk } from './desk-context.ts';
import { useDeskLocale } from './locale.ts';
import { defineWords, useWords } from './words.ts';

/** Words of our own for purposes that many venues have. */
const knownWords = defineWords(
  { visitor: 'Visitor', employee: 'Employee', passenger: 'Passenger' },
  { visitor: 'आगंतुक', employee: 'कर्मचारी', passenger: 'यात्री' },
);

const known = ['visitor', 'employee', 'passenger'] as const;

/** Says a purpose: in the venue's words in the language of the moment, ours, the venue's in English, or its bare name. */
export function usePurposes(): (purpose: string) => string {
  const { purposeLabels } = useDesk().description;
  const locale = useDeskLocale();
  const say = useWords(knownWords);
  return (purpose) => {
    const own = purposeLabels[purpose];
    const ours = known.find((each) => each === purpose);
    return own?.[locale] ?? (ours === undefined ? undefined : say(ours)) ?? own?.en ?? purpose;
  };
}
