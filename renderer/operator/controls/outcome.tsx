/**
 * How a visit ended: colour, icon and word together, the same everywhere at the desk.
 * Runs in the operator face.
 */
import type { EntryLine } from '../../../main/contract/public.ts';
import { AdmittedIcon, FaultIcon, ReferredIcon, RefusedIcon } from '../../components/icons/icons.tsx';
import { ActIcon, ByHandIcon, DeclinedIcon, NotVerifiedIcon } from '../icons/icons.tsx';
import { useWords } from '../words.ts';
import { Badge } from './badge.tsx';
import { outcomeWords } from './outcome-words.ts';

/** How a visit ended, or `act`. */
export type OutcomeName = EntryLine['outcome'];

/** The order in which outcomes stand everywhere. */
export const outcomeOrder = ['admitted', 'referred', 'refused', 'declined', 'not-verified', 'fault'] as const;

const icons = {
  admitted: AdmittedIcon,
  referred: ReferredIcon,
  refused: RefusedIcon,
  declined: DeclinedIcon,
  'not-verified': NotVerifiedIcon,
  fault: FaultIcon,
  act: ActIcon,
} as const satisfies Record<OutcomeName, unknown>;

/** The icon of an outcome alone; its word must stand beside it. */
export function OutcomeIcon({ outcome }: { readonly outcome: OutcomeName }) {
  const Shown = icons[outcome];
  return <Shown />;
}

export interface OutcomeBadgeProps {
  readonly outcome: OutcomeName;
  /** An operator's own decision: it says so. */
  readonly byHand?: boolean;
}

/** Shows the outcome. */
export function OutcomeBadge({ outcome, byHand = false }: OutcomeBadgeProps) {
  const say = useWords(outcomeWords);
  return (
    <span class="outcome">
      <Badge tone={outcome} icon={<OutcomeIcon outcome={outcome} />}>
        {say(outcome)}
      </Badge>
      {byHand ? (
        <Badge tone="plain" icon={<ByHandIcon />}>
          {say('by-hand')}
        </Badge>
      ) : null}
    </span>
  );
}
