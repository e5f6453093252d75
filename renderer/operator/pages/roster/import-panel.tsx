/**
 * Brings a table of employees in: where it comes from, which column is what, what is wrong with it, and the import.
 * Runs in the operator face.
 */
import { useArrival } from '../../../components/controls/use-arrival.ts';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { Progress } from '../../controls/progress.tsx';
import { useWords } from '../../words.ts';
import { ColumnChoice } from './column-choice.tsx';
import { mappingOf } from './columns.ts';
import { LineProblems } from './line-problems.tsx';
import { TableSource } from './table-source.tsx';
import { type RosterFile, type RosterFileState, useRosterFile } from './use-roster-file.ts';
import { rosterWords } from './words.ts';

export interface ImportPanelProps {
  onImported(): void;
}

/** Shows the panel. */
export function ImportPanel({ onImported }: ImportPanelProps) {
  const say = useWords(rosterWords);
  const file = useRosterFile(onImported);
  return (
    <Panel title={say('import')}>
      <p>{say('import-intro')}</p>
      <Step file={file} />
    </Panel>
  );
}

function Step({ file }: { readonly file: RosterFile }) {
  const say = useWords(rosterWords);
  const { state, takeFile, takeText } = file;
  switch (state.step) {
    case 'reading':
    case 'checking':
      return <Progress label={say(state.step)} done={undefined} />;
    case 'importing':
      return (
        <Progress label={say('importing', { count: state.rows })} done={undefined} detail={say('importing-detail')} />
      );
    case 'checked':
      return <Checked file={file} state={state} />;
    case 'done':
    case 'none':
      return (
        <>
          <Outcome state={state} />
          <TableSource onFile={(chosen) => void takeFile(chosen)} onText={(text) => void takeText(text)} />
        </>
      );
  }
}

type StateOf<S extends RosterFileState['step']> = Extract<RosterFileState, { readonly step: S }>;

function Outcome({ state }: { readonly state: StateOf<'done' | 'none'> }) {
  const say = useWords(rosterWords);
  if (state.step === 'done') {
    return <Done imported={state.imported} />;
  }
  return (
    <>
      {state.problem === undefined ? null : <Problem problem={state.problem} />}
      {state.trouble === undefined ? null : (
        <div class="trouble" role="alert">
          <p>{say(`trouble-${state.trouble}`)}</p>
        </div>
      )}
    </>
  );
}

/** The button that was pressed is gone: the focus comes here. */
function Done({ imported }: Pick<StateOf<'done'>, 'imported'>) {
  const say = useWords(rosterWords);
  return (
    <div tabIndex={-1} ref={useArrival<HTMLDivElement>()}>
      <Note kind="done">{say('done', imported)}</Note>
    </div>
  );
}

function Checked({ file, state }: { readonly file: RosterFile; readonly state: StateOf<'checked'> }) {
  const say = useWords(rosterWords);
  const { table, busy, problem } = state;
  const { preview, choice } = table;
  const isMapped = mappingOf(choice) !== undefined;
  const isGood = isMapped && preview.good > 0 && preview.problems.length === 0;
  return (
    <>
      {problem === undefined ? null : (
        <Problem problem={problem} instead={{ conflict: say('busy'), 'invalid-input': say('not-imported') }} />
      )}
      <ColumnChoice preview={preview} choice={choice} onChoose={(field, column) => void file.choose(field, column)} />
      {busy ? <Progress label={say('checking')} done={undefined} /> : <Verdict preview={preview} isMapped={isMapped} />}
      <div class="side-by-side">
        <Button weight="primary" waits={busy || !isGood} onPress={() => void file.importAll()}>
          {say('do-import', { count: preview.good })}
        </Button>
        <Button onPress={file.leave}>{say('other-file')}</Button>
      </div>
    </>
  );
}

function Verdict({ preview, isMapped }: Pick<StateOf<'checked'>['table'], 'preview'> & { readonly isMapped: boolean }) {
  const say = useWords(rosterWords);
  const { rows, good, problems, more } = preview;
  if (problems.length > 0) {
    return (
      <>
        <p role="status">{say('good-of', { good, rows })}</p>
        <LineProblems problems={problems} more={more} />
      </>
    );
  }
  if (rows === 0) {
    return <Note kind="notice">{say('nothing-there')}</Note>;
  }
  return isMapped ? (
    <Note kind="done">{say('all-good', { count: rows })}</Note>
  ) : (
    <Note kind="notice">{say('choose-columns')}</Note>
  );
}
