/**
 * The entries that hold something of a number, and the way to have that gone.
 * Runs in the operator face.
 */
import type { EntryPage } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { OutcomeBadge } from '../../controls/outcome.tsx';
import { useDates } from '../../dates.ts';
import { useWords } from '../../words.ts';
import { personWords } from './words.ts';

export interface HeldListProps {
  readonly page: EntryPage;
  onErase(): void;
}

/** Shows the list. Somebody may stand in the roster alone: then too there is something to erase. */
export function HeldList({ page: { entries, next }, onErase }: HeldListProps) {
  const say = useWords(personWords);
  const dates = useDates();
  const count = entries.length;
  return (
    <>
      <Note kind="info">{count === 0 ? say('none') : say(next === null ? 'held' : 'more', { count })}</Note>
      <ul class="held">
        {entries.map(({ seq, at, outcome, byHand, name, mobile }) => (
          <li key={seq} class="held-line">
            <span>{say('entry', { seq, at: dates.moment(at) })}</span>
            <OutcomeBadge outcome={outcome} byHand={byHand} />
            <span translate={false}>{[name, mobile].filter((part) => part !== null).join(', ')}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button weight="danger" onPress={onErase}>
          {say('erase')}
        </Button>
      </div>
    </>
  );
}
