/**
 * The counts of a day as tiles: how visits ended, what was decided by hand, who is here now.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import type { EntryStats } from '../../../../main/contract/public.ts';
import { ClockIcon } from '../../../components/icons/icons.tsx';
import { OutcomeIcon, outcomeOrder } from '../../controls/outcome.tsx';
import { outcomeWords } from '../../controls/outcome-words.ts';
import { ByHandIcon, InsideIcon } from '../../icons/icons.tsx';
import { useDeskLocale } from '../../locale.ts';
import { formatLocales, useWords } from '../../words.ts';
import { partsOf } from './hour-bars.ts';
import { todayWords } from './words.ts';

/** Shows the tiles; who is here now only for today. */
export function Tiles({ stats, isToday }: { readonly stats: EntryStats; readonly isToday: boolean }) {
  const say = useWords(todayWords);
  const sayOutcome = useWords(outcomeWords);
  const parts = partsOf(stats.total);
  const { byHand } = stats.total;
  return (
    <section class="tiles" aria-label={say('counts')}>
      {outcomeOrder.map((outcome) => (
        <Tile key={outcome} tone={outcome} icon={<OutcomeIcon outcome={outcome} />} count={parts[outcome]}>
          {sayOutcome(outcome)}
        </Tile>
      ))}
      <Tile
        tone="by-hand"
        icon={<ByHandIcon />}
        count={parts['by-hand']}
        more={parts['by-hand'] === 0 ? undefined : say('byHandOf', byHand)}
      >
        {say('byHand')}
      </Tile>
      {isToday ? (
        <Tile tone="plain" icon={<ClockIcon />} count={stats.waiting}>
          {say('waiting')}
        </Tile>
      ) : null}
      {isToday && stats.inside !== null ? (
        <Tile tone="plain" icon={<InsideIcon />} count={stats.inside}>
          {say('inside')}
        </Tile>
      ) : null}
    </section>
  );
}

interface TileProps {
  readonly tone: string;
  readonly icon: ComponentChildren;
  readonly count: number;
  readonly children: ComponentChildren;
  readonly more?: string | undefined;
}

function Tile({ tone, icon, count, children, more }: TileProps) {
  const locale = useDeskLocale();
  return (
    <div class={`tile tile-${tone}`}>
      <p class="tile-name">
        {icon}
        <span>{children}</span>
      </p>
      <p class="tile-count">{new Intl.NumberFormat(formatLocales[locale]).format(count)}</p>
      {more === undefined ? null : <p class="tile-more">{more}</p>}
    </div>
  );
}
