/**
 * A day at a glance: how visits ended, by hour, who is here now, what has just come, how the terminal is.
 * Runs in the operator face.
 */
import { useMemo, useState } from 'preact/hooks';
import { Loading } from '../../controls/loading.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { DaySwitch } from './day-switch.tsx';
import { HealthList } from './health-list.tsx';
import { barsOf } from './hour-bars.ts';
import { HoursChart } from './hours-chart.tsx';
import { Latest } from './latest.tsx';
import { Tiles } from './tiles.tsx';
import './today.css';
import { useStats } from './use-stats.ts';
import { todayWords } from './words.ts';

/** Shows the page. */
export function TodayPage() {
  const say = useWords(todayWords);
  const dates = useDates();
  const { clock } = useDesk();
  const [chosen, setChosen] = useState<string>();
  const { value: stats, problem, again } = useStats(chosen);
  const today = dates.dayKey(clock.now());
  const shown = chosen ?? stats?.day ?? today;
  const isToday = chosen === undefined;
  const hours = stats?.hours;
  const bars = useMemo(() => (hours === undefined ? undefined : barsOf(hours)), [hours]);
  return (
    <>
      <PageHead
        title={isToday ? say('title') : dates.longDay(`${shown}T12:00:00Z`)}
        {...(isToday ? { intro: dates.longDay(clock.now()) } : {})}
      >
        <DaySwitch shown={shown} today={today} onChoose={(day) => setChosen(day === today ? undefined : day)} />
      </PageHead>
      {problem === undefined ? null : <Problem problem={problem} onAgain={again} />}
      {stats === undefined || bars === undefined ? (
        <Loading />
      ) : (
        <>
          <Tiles stats={stats} isToday={isToday} />
          <div class="today">
            <HoursChart bars={bars} />
            {isToday ? (
              <div class="today-side">
                <Latest />
                <HealthList />
              </div>
            ) : null}
          </div>
        </>
      )}
    </>
  );
}
