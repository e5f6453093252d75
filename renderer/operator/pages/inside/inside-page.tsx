/**
 * The page "inside" of the desk.
 * Runs in the operator face.
 */
import { PageHead } from '../../controls/page-head.tsx';
import { useWords } from '../../words.ts';
import { pageWords } from '../page-words.ts';

/** Shows the page. */
export function InsidePage() {
  return <PageHead title={useWords(pageWords)('inside')} />;
}
