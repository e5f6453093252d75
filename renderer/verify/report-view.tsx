/**
 * The report of one export: a verdict, then what does not hold, what holds, and what cannot be known.
 * Runs in the page that verifies.
 */
import type { Finding, NamedReport } from '../../main/contract/public.ts';
import type { PageWords } from './words/page-words.ts';

/** A cross, a tick, a question mark, drawn: fonts of a computer may lack them. */
const marks: Readonly<Record<Finding['state'], string>> = {
  fails: 'M6 6l12 12M18 6L6 18',
  holds: 'M5 13l5 5L19 7',
  unknown: 'M8 9a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1-1.5 2.3M12 19v.1',
};
const order = ['fails', 'holds', 'unknown'] as const;

/** Shows a report. */
export function ReportView({ report, words }: { readonly report: NamedReport; readonly words: PageWords }) {
  const { ok, firstBadRow, findings, name } = report;
  return (
    <article class="report">
      <header class={`verdict ${ok ? 'verdict-good' : 'verdict-bad'}`}>
        <h2>{ok ? words.good : words.bad}</h2>
        {firstBadRow === undefined ? null : <p class="first-bad">{words.firstBadRow(firstBadRow)}</p>}
        {name === '' ? null : <p class="name">{name}</p>}
      </header>
      {order.map((state) => (
        <FindingList key={state} state={state} findings={findings} words={words} />
      ))}
    </article>
  );
}

function FindingList(props: {
  readonly state: Finding['state'];
  readonly findings: readonly Finding[];
  readonly words: PageWords;
}) {
  const { state, words } = props;
  const findings = props.findings.filter((finding) => finding.state === state);
  if (findings.length === 0) {
    return null;
  }
  return (
    <section class={`findings findings-${state}`}>
      <h3>
        <span class="mark" aria-hidden="true">
          <svg viewBox="0 0 24 24" role="presentation">
            <path d={marks[state]} />
          </svg>
        </span>
        {words[state]}
      </h3>
      <ul>
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>{words.say(finding)}</li>
        ))}
      </ul>
    </section>
  );
}
