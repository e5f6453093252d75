/**
 * The terminal in figures: what machines read of it, for staff and for whoever asks them on the telephone.
 * Runs in the operator face.
 */
import type { Health } from '../../../../main/contract/public.ts';
import { Panel } from '../../controls/panel.tsx';
import { useDates } from '../../dates.ts';
import { useDeskLocale } from '../../locale.ts';
import { useNow } from '../../use-now.ts';
import { useWords } from '../../words.ts';
import { Facts } from '../entries/facts.tsx';
import { figureWords } from './figure-words.ts';
import { writeFigures } from './write-figures.ts';

const everyMinute = 60_000;

/** Shows them. */
export function FiguresPanel({ health }: { readonly health: Health }) {
  const say = useWords(figureWords);
  const dates = useDates();
  const locale = useDeskLocale();
  const now = useNow(everyMinute);
  return (
    <Panel title={say('title')}>
      <Facts facts={writeFigures(health, { say, dates, locale, now })} />
    </Panel>
  );
}
