/**
 * What was erased, and what stays and why.
 * Runs in the operator face.
 */
import type { ErasedEntries } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { useDates } from '../../dates.ts';
import { useWords } from '../../words.ts';
import { personWords } from './words.ts';

export interface ErasedReportProps {
  readonly erased: ErasedEntries;
  onAnother(): void;
}

/** Shows the report. */
export function ErasedReport({ erased: { erased, kept, roster }, onAnother }: ErasedReportProps) {
  const say = useWords(personWords);
  const dates = useDates();
  return (
    <>
      <Note kind="done">
        <p>{erased.length === 0 ? say('erased-none') : say('erased', { count: erased.length })}</p>
        {roster === 0 ? null : <p>{say('roster', { count: roster })}</p>}
        {kept.map(({ seq, eraseFrom, rule }) => (
          <p key={seq}>
            {eraseFrom === null
              ? say('kept-open', { seq, rule })
              : say('kept', { seq, rule, day: dates.day(eraseFrom) })}
          </p>
        ))}
      </Note>
      <div>
        <Button onPress={onAnother}>{say('another')}</Button>
      </div>
    </>
  );
}
