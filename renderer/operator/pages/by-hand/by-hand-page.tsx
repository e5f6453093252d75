/**
 * The page "by-hand" of the desk.
 * Runs in the operator face.
 */
import { PageHead } from '../../controls/page-head.tsx';
import { useWords } from '../../words.ts';
import { pageWords } from '../page-words.ts';

/** Shows the page. */
export function ByHandPage() {
  return <PageHead title={useWords(pageWords)('by-hand')} />;
}
