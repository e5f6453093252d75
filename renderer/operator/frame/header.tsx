/**
 * What stands above every page: the venue, the time, the health, who is there, and the way out.
 * Runs in the operator face.
 */
import { LockIcon } from '../../components/icons/icons.tsx';
import { PraveshMark } from '../../components/icons/pravesh-mark.tsx';
import { Badge } from '../controls/badge.tsx';
import { Button } from '../controls/button.tsx';
import { useDates } from '../dates.ts';
import { useDesk } from '../desk-context.ts';
import { InfoIcon } from '../icons/icons.tsx';
import { useNow } from '../use-now.ts';
import { type DeskLocale, useWords } from '../words.ts';
import { HealthLine } from './health-line.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { NewVisitor } from './new-visitor.tsx';
import { frameWords } from './words.ts';

export interface HeaderProps {
  readonly onSpeak: (locale: DeskLocale) => void;
  readonly onVisit: () => void;
}

/** Shows the header. */
export function Header({ onSpeak, onVisit }: HeaderProps) {
  const { description, session, lock } = useDesk();
  const say = useWords(frameWords);
  const { operator } = session.value;
  return (
    <header class="desk-head desk-chrome">
      <div class="desk-venue">
        <PraveshMark size="2rem" />
        <p>
          <strong>{description.site.name}</strong>
          <span class="desk-terminal">{description.site.terminal}</span>
        </p>
      </div>
      <Clock />
      {description.demo ? (
        <Badge tone="notice" icon={<InfoIcon />}>
          {say('demo')}
        </Badge>
      ) : null}
      <HealthLine />
      <div class="desk-who">
        <LanguageChoice onSpeak={onSpeak} />
        <NewVisitor onVisit={onVisit} />
        <p class="desk-operator">
          <strong>{operator.name}</strong>
          <span>{say(operator.role)}</span>
        </p>
        <Button icon={<LockIcon />} onPress={lock}>
          {say('lock')}
        </Button>
      </div>
    </header>
  );
}

const minuteMs = 60_000;

function Clock() {
  const dates = useDates();
  const now = useNow(minuteMs);
  return (
    <p class="desk-clock">
      <time>{dates.time(now)}</time>
      <span>{dates.day(now)}</span>
    </p>
  );
}
