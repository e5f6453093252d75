/**
 * Which day is shown: one back, one forth, or any by its date.
 * Runs in the operator face.
 */
import { Button } from '../../controls/button.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { EarlierIcon, LaterIcon } from '../../icons/icons.tsx';
import { useWords } from '../../words.ts';
import { todayWords } from './words.ts';

export interface DaySwitchProps {
  /** `2026-01-31` */
  readonly shown: string;
  readonly today: string;
  onChoose(day: string): void;
}

const dayMs = 86_400_000;

/** The day so many days after another, by the calendar. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Shows the switch; there is no tomorrow. */
export function DaySwitch({ shown, today, onChoose }: DaySwitchProps) {
  const say = useWords(todayWords);
  const isToday = shown >= today;
  return (
    <div class="day-switch">
      <Button label={say('earlier')} icon={<EarlierIcon />} onPress={() => onChoose(dayAfter(shown, -1))}>
        {null}
      </Button>
      <TextField
        label={say('day')}
        kind="date"
        max={today}
        value={shown}
        onEdit={(day) => {
          if (/^\d{4}-\d{2}-\d{2}$/.test(day) && day <= today) {
            onChoose(day);
          }
        }}
      />
      <Button label={say('later')} icon={<LaterIcon />} waits={isToday} onPress={() => onChoose(dayAfter(shown, 1))}>
        {null}
      </Button>
      {isToday ? null : <Button onPress={() => onChoose(today)}>{say('now')}</Button>}
    </div>
  );
}
