/**
 * The terminal itself: how it is, in words and in figures, out of order and back, leaving it, its head, its report.
 * Runs in the operator face.
 */
import { Button } from '../../controls/button.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDesk } from '../../desk-context.ts';
import { useAsked } from '../../use-asked.ts';
import { useWords } from '../../words.ts';
import { FiguresPanel } from './figures-panel.tsx';
import { HeadPanel } from './head-panel.tsx';
import { HealthPanel } from './health-panel.tsx';
import { ProgramPanel } from './program-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { ServicePanel } from './service-panel.tsx';
import './terminal.css';
import { terminalWords } from './words.ts';

/** Shows the page. */
export function TerminalPage() {
  const say = useWords(terminalWords);
  const { session } = useDesk();
  const { value: health, problem, busy, again } = useAsked('health.get', {});
  const isManager = session.value.operator.role === 'manager';
  return (
    <>
      <PageHead title={say('title')}>
        <Button waits={busy} onPress={again}>
          {say('refresh')}
        </Button>
      </PageHead>
      {problem === undefined ? null : <Problem problem={problem} onAgain={again} />}
      {health === undefined ? (
        problem === undefined && <Loading />
      ) : (
        <div class="terminal-panels">
          <HealthPanel health={health} />
          <FiguresPanel health={health} />
          <HeadPanel head={health.head} />
          {isManager ? (
            <ServicePanel health={health} onChanged={again} />
          ) : (
            <Note kind="info">{say('managers-only')}</Note>
          )}
          {isManager && session.value.features.leave ? <ProgramPanel /> : null}
          <ReportPanel />
        </div>
      )}
    </>
  );
}
