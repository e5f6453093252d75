/**
 * Draws the hours of a day as bars, with uPlot.
 * Runs in the operator face.
 */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { barParts, type HourBar, heightsOf } from './hour-bars.ts';
import { colourOf, edgeOf, fillOf } from './textures.tsx';

export interface Chart {
  /** Draws other bars; how many hours there are may differ. */
  readonly show: (bars: readonly HourBar[]) => void;
  readonly resize: (width: number) => void;
  readonly end: () => void;
}

export interface ChartLook {
  readonly width: number;
  readonly height: number;
  /** How an hour is written below its bar. */
  readonly hourWords: (hour: number) => string;
  readonly numberWords: (count: number) => string;
}

/** The least height of the scale: a day with two visits does not look like a full one. */
const leastTop = 5;

/** Draws into an element; its colours are those that hold there at this moment. */
export function drawChart(at: HTMLElement, bars: readonly HourBar[], look: ChartLook): Chart {
  const plot = new uPlot(optionsOf(at, look), dataOf(bars), at);
  return {
    show: (next) => plot.setData(dataOf(next)),
    resize: (width) => plot.setSize({ width, height: look.height }),
    end: () => plot.destroy(),
  };
}

/**
 * The highest parts come first: each is drawn over the one before, so that only its own share of it is left. Where there
 * is nothing, nothing is drawn, not even a line.
 */
function dataOf(bars: readonly HourBar[]): uPlot.AlignedData {
  const drawn = heightsOf(bars).map((heights) => heights.map((height) => (height === 0 ? null : height)));
  return [bars.map(({ hour }) => hour), ...drawn.toReversed()];
}

function optionsOf(at: HTMLElement, { width, height, hourWords, numberWords }: ChartLook): uPlot.Options {
  const paths = uPlot.paths.bars?.({ size: [0.7, 56], align: 0 });
  const stroke = colourOf('ink-soft', at);
  const grid = { stroke: colourOf('edge', at), width: 1 };
  const { fontFamily } = getComputedStyle(at);
  const font = `13px ${fontFamily}`;
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_plot, least, most) => [least - 0.5, most + 0.5] },
      y: { range: (_plot, _least, most) => [0, Math.max(leastTop, Math.ceil(most * 1.05))] },
    },
    axes: [
      {
        stroke,
        font,
        grid: { show: false },
        ticks: { show: false },
        splits: (plot) => [...(plot.data[0] ?? [])],
        values: (plot, hours) => {
          // Every other hour where they would run into one another.
          const step = plot.width / hours.length < 52 ? 2 : 1;
          return hours.map((hour, index) => (index % step === 0 ? hourWords(hour) : ''));
        },
      },
      {
        stroke,
        font,
        grid,
        ticks: { show: false },
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
        values: (_plot, counts) => counts.map(numberWords),
        size: 48,
      },
    ],
    series: [
      {},
      ...barParts.toReversed().map(
        (part): uPlot.Series => ({
          ...(paths === undefined ? {} : { paths }),
          points: { show: false },
          fill: () => fillOf(part, at),
          stroke: edgeOf(part, at),
          width: 1,
        }),
      ),
    ],
  };
}
