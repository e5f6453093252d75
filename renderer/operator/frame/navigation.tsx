/**
 * The pages that this operator has: at the left, and above the page where it is higher than wide.
 * Runs in the operator face.
 */
import { useDesk } from '../desk-context.ts';
import { pageWords } from '../pages/page-words.ts';
import { findPage, pages } from '../pages.ts';
import { useWords } from '../words.ts';
import { frameWords } from './words.ts';

/** Shows the navigation. */
export function Navigation() {
  const { session, place, go } = useDesk();
  const say = useWords(pageWords);
  const sayFrame = useWords(frameWords);
  const open = session.value;
  const current = findPage(place.value.page, open)?.id;
  return (
    <nav class="pages desk-chrome" aria-label={sayFrame('navigation')}>
      <ul>
        {pages
          .filter((page) => page.shows(open))
          .map(({ id, icon: PageIcon }) => (
            <li key={id}>
              <button
                type="button"
                class="page-link"
                aria-current={id === current ? 'page' : undefined}
                onClick={() => go(id)}
              >
                <PageIcon />
                <span>{say(id)}</span>
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}
