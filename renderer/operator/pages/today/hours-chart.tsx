/**
 * The hours of a day: a chart for who sees it, the same numbers as a table for everybody.
 * Runs in the operator face.
 */
import { useEffect, useRef } from 'preact/hooks';
import { DataTable } from '../../controls/data-table.tsx';
import { outcomeWords } from '../../controls/outcome-words.ts';
import { Panel } from '../../controls/panel.tsx';
import { useDeskLocale } from '../../locale.ts';
import { formatLocales, useWords } from '../../words.ts';
import { type Chart, drawChart } from './draw-chart.ts';
import { barParts, busiestOf, type HourBar } from './hour-bars.ts';
import { Swatch } from './textures.tsx';
import { todayWords } from './words.ts';

const chartHeight = 270;

/** Shows chart, legend and table. */
export function HoursChart({ bars }: { readonly bars: readonly HourBar[] }) {
  const say = useWords(todayWords);
  const sayOutcome = useWords(outcomeWords);
  const { hour, number } = useFormats();
  const busiest = busiestOf(bars);
  const count = bars.reduce((sum, bar) => sum + bar.all, 0);
  return (
    <Panel title={say('hours')}>
      <p class="today-sum">
        {busiest === undefined ? say('hoursNone') : say('hoursSum', { count, hour: hour(busiest.hour) })}
      </p>
      <Drawing bars={bars} />
      <ul class="legend" aria-hidden="true">
        {barParts.map((part) => (
          <li key={part}>
            <Swatch part={part} />
            {sayOutcome(part)}
          </li>
        ))}
      </ul>
      <details class="today-table">
        <summary>{say('asTable')}</summary>
        <DataTable
          caption={say('hours')}
          rows={bars.filter(({ all }) => all > 0)}
          keyOf={(bar) => String(bar.hour)}
          empty={<p class="loading">{say('hoursNone')}</p>}
          columns={[
            { key: 'hour', title: say('hour'), cell: (bar: HourBar) => hour(bar.hour) },
            ...barParts.map((part) => ({
              key: part,
              title: sayOutcome(part),
              align: 'end' as const,
              cell: (bar: HourBar) => number(bar.parts[part]),
            })),
            { key: 'all', title: say('all'), align: 'end', cell: (bar: HourBar) => number(bar.all) },
          ]}
        />
      </details>
    </Panel>
  );
}

/** How hours and numbers are written. */
function useFormats() {
  const locale = formatLocales[useDeskLocale()];
  // The hour of no day in particular: only its words are wanted.
  const hours = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(locale);
  return { hour: (hour: number) => hours.format(hour * 3_600_000), number: (count: number) => numbers.format(count) };
}

/** The drawing: made anew when language or light change, and as wide as there is room. */
function Drawing({ bars }: { readonly bars: readonly HourBar[] }) {
  const at = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart>(undefined);
  const locale = useDeskLocale();
  const { hour, number } = useFormats();
  const latest = useRef(bars);
  latest.current = bars;
  useEffect(() => {
    const element = at.current;
    if (element === null) {
      return undefined;
    }
    const draw = () => {
      chart.current?.end();
      const look = { width: element.clientWidth, height: chartHeight, hourWords: hour, numberWords: number };
      chart.current = drawChart(element, latest.current, look);
    };
    draw();
    const light = window.matchMedia('(prefers-color-scheme: dark)');
    const room = new ResizeObserver(() => chart.current?.resize(element.clientWidth));
    light.addEventListener('change', draw);
    room.observe(element);
    return () => {
      light.removeEventListener('change', draw);
      room.disconnect();
      chart.current?.end();
      chart.current = undefined;
    };
  }, [locale]);
  useEffect(() => chart.current?.show(bars), [bars]);
  return <div ref={at} class="drawing" aria-hidden="true" />;
}
