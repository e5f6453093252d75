/**
 * The entries that came while the desk was open, newest first: number, outcome and time, and no person.
 * Runs in the operator face.
 */
import { OutcomeBadge } from '../../controls/outcome.tsx';
import { Panel } from '../../controls/panel.tsx';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-context.ts';
import { useLatest } from '../../frame/latest-context.ts';
import { useWords } from '../../words.ts';
import { todayWords } from './words.ts';

/** Shows them; each leads to its entry. */
export function Latest() {
  const say = useWords(todayWords);
  const dates = useDates();
  const { go } = useDesk();
  const latest = useLatest();
  return (
    <Panel title={say('latest')}>
      {latest.length === 0 ? <p class="today-sum">{say('latestNone')}</p> : null}
      <ul class="latest" aria-live="polite">
        {latest.map(({ seq, outcome, at }) => (
          <li key={seq}>
            <button type="button" class="latest-entry" onClick={() => go('entries', seq)}>
              <span class="code">{say('entry', { seq: String(seq) })}</span>
              <OutcomeBadge outcome={outcome} />
              <time class="latest-time">{dates.time(at)}</time>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
