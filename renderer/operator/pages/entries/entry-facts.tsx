/**
 * What was decided about a visit, by whom or by which rule, and when.
 * Runs in the operator face.
 */
import type { EntryDetail } from '../../../../main/contract/public.ts';
import { OutcomeBadge } from '../../controls/outcome.tsx';
import { useDates } from '../../dates.ts';
import { usePurposes } from '../../purposes.ts';
import { useWords } from '../../words.ts';
import { useReasons } from './entry-reason.ts';
import { operatorName } from './entry-table.tsx';
import { Facts, Part } from './facts.tsx';
import { entriesWords } from './words.ts';

const channelWords = { kiosk: 'kiosk', embed: 'embed', api: 'api', operator: 'by-operator' } as const;
const clockWords = [
  'ok',
  'before-program',
  'behind-newest',
  'far-ahead',
  'ahead-of-upstream',
  'behind-upstream',
] as const;

/** Shows it. */
export function EntryFacts({ detail }: { readonly detail: EntryDetail }) {
  const say = useWords(entriesWords);
  const dates = useDates();
  const sayPurpose = usePurposes();
  const sayReason = useReasons();
  const { at, outcome, byHand, purpose, channel, status, operator, policy, site, terminal, checkCode } = detail;
  const clock = clockWords.find((word) => word === detail.clock);
  return (
    <Part title={say('facts')}>
      <Facts
        facts={[
          [say('outcome'), <OutcomeBadge key="outcome" outcome={outcome} byHand={byHand} />],
          [
            say('code'),
            <span key="code" class="code">
              {checkCode}
            </span>,
          ],
          [say('time'), dates.moment(at)],
          [say('purpose'), purpose === null ? null : sayPurpose(purpose)],
          [say('reason'), sayReason(detail)],
          [say('operator'), operatorName(operator, say)],
          [say('channel'), say(channelWords[channel])],
          [
            say('status'),
            outcome === 'act'
              ? null
              : say(status === null ? (byHand ? 'status-by-hand' : 'status-none') : `status-${status}`),
          ],
          [
            say('policy'),
            policy === null ? null : (
              <span key="policy" class="fingerprint">
                {policy}
              </span>
            ),
          ],
          [say('clock'), clock === undefined ? detail.clock : say(`clock-${clock}`)],
          [say('site'), `${site} / ${terminal}`],
        ]}
      />
    </Part>
  );
}
