/**
 * The roster of an office: how many of its people are verified here, who is missing, and where it comes from.
 * Runs in the operator face.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RosterState } from '../../../../main/contract/public.ts';
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
  useLater(again);
  return (
    <div class="roster-page">
      <PageHead title={say('title')} intro={say('intro')} />
      {problem === undefined ? null : (
        <Problem problem={problem} instead={{ conflict: say('anonymous') }} onAgain={again} />
      )}
      {roster === undefined && problem === undefined ? <Loading /> : null}
      {roster === undefined ? null : <Parts roster={roster} onChanged={again} />}
    </div>
  );
}

/** What is shown stays when a later count fails: a table that is being checked is not lost with it. */
function Parts({ roster, onChanged }: { readonly roster: RosterState; readonly onChanged: () => void }) {
  const say = useWords(rosterWords);
  const [removed, setRemoved] = useState(false);
  const isManager = useDesk().session.value.operator.role === 'manager';
  const change = (isRemoved: boolean) => {
    setRemoved(isRemoved);
    onChanged();
  };
  const { importedAt } = roster;
  return (
    <>
      {removed ? <Note kind="done">{say('remove-done')}</Note> : null}
      {importedAt === null && !removed ? (
        <Empty title={say('no-roster')}>{say(isManager ? 'no-roster-manager' : 'no-roster-reception')}</Empty>
      ) : null}
      {importedAt === null ? null : (
        <>
          <CoveragePanel roster={roster} onRemoved={() => change(true)} />
          <PeoplePanel key={importedAt} />
        </>
      )}
      {isManager ? <ImportPanel onImported={() => change(false)} /> : null}
    </>
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
