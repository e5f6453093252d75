/**
 * The roster of an office: how many of its people are verified here, who is missing, and where it comes from.
 * Runs in the operator face.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Empty } from '../../controls/empty.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDesk } from '../../desk-context.ts';
import { useAsked } from '../../use-asked.ts';
import { useEvents } from '../../use-events.ts';
import { useWords } from '../../words.ts';
import { CoveragePanel } from './coverage-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import './roster.css';
import { rosterWords } from './words.ts';

/** Shows the page. */
export function RosterPage() {
  const say = useWords(rosterWords);
  const { value: roster, problem, again } = useAsked('roster.get', {});
  const [removed, setRemoved] = useState(false);
  const isManager = useDesk().session.value.operator.role === 'manager';
  useLater(again);
  if (problem !== undefined) {
    return (
      <>
        <PageHead title={say('title')} intro={say('intro')} />
        <Problem problem={problem} instead={{ conflict: say('anonymous') }} onAgain={again} />
      </>
    );
  }
  return (
    <div class="roster-page">
      <PageHead title={say('title')} intro={say('intro')} />
      {removed ? <Note kind="done">{say('remove-done')}</Note> : null}
      {roster === undefined ? <Loading /> : null}
      {roster !== undefined && roster.importedAt === null && !removed ? (
        <Empty title={say('no-roster')}>{say(isManager ? 'no-roster-manager' : 'no-roster-reception')}</Empty>
      ) : null}
      {roster !== undefined && roster.importedAt !== null ? (
        <>
          <CoveragePanel
            roster={roster}
            onRemoved={() => {
              setRemoved(true);
              again();
            }}
          />
          <PeoplePanel key={roster.importedAt} />
        </>
      ) : null}
      {isManager && roster !== undefined ? (
        <ImportPanel
          onImported={() => {
            setRemoved(false);
            again();
          }}
        />
      ) : null}
    </div>
  );
}

/** To count a large roster takes a moment: visits that come together are counted together. Milliseconds. */
const restMs = 5_000;

/** Asks again some time after an entry came. */
function useLater(again: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEvents((event) => {
    if (event.type === 'entry' && timer.current === undefined) {
      timer.current = setTimeout(() => {
        timer.current = undefined;
        again();
      }, restMs);
    }
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
