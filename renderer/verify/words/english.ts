/** The page that verifies, in English. */
import { sayFinding } from '../../../main/contract/public.ts';
import type { PageWords } from './page-words.ts';

export const english: PageWords = {
  locale: 'en',
  language: 'English',
  title: 'Is this export as the terminal wrote it?',
  intro:
    'This page checks an export of Pravesh on this computer alone. It has no network: nothing that you choose leaves it.',
  drop: 'Drop the folder of the export here, or several in a row',
  choose: 'Choose a folder',
  elsewhere: 'What do you have from elsewhere?',
  elsewhereWhy:
    'With the key of the terminal, noted elsewhere, it is known whose export this is. With an older checkpoint that left the terminal it is known whether the log was cut, set back or rewritten since.',
  key: 'Key of the terminal (the line in pravesh.pub)',
  keyBad: 'This is not a verifier key.',
  older: 'Older checkpoints (checkpoint.txt)',
  working: (percent) => `Checking: ${percent} %`,
  noFiles: 'There are no files in what was dropped. Drop the whole folder of the export.',
  failed: 'The files could not be read. Is the medium still plugged in?',
  good: 'Nothing was found that does not hold',
  bad: 'Something does not hold',
  firstBadRow: (row) => `First bad row: ${row}`,
  holds: 'What holds',
  fails: 'What does not hold',
  unknown: 'What cannot be known',
  say: sayFinding,
};
