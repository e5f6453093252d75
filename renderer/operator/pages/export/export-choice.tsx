/**
 * What is exported and where to. Without a touch of any choice it is everything, with a table, in clear.
 * Runs in the operator face.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Problem as ContractProblem, ExportSnapshot } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { DriveList } from './drive-list.tsx';
import { ExportOptions } from './export-options.tsx';
import { emptyOptions, type Options, toChoice, wrongFields } from './options.ts';
import { exportWords } from './words.ts';

export interface ExportChoiceProps {
  onBegun(snapshot: ExportSnapshot): void;
}

/** Shows the choice. */
export function ExportChoice({ onBegun }: ExportChoiceProps) {
  const { ask, clock, session } = useDesk();
  const say = useWords(exportWords);
  const dates = useDates();
  const [drive, setDrive] = useState<string>();
  const [options, setOptions] = useState<Options>(emptyOptions);
  const [problem, setProblem] = useState<ContractProblem>();
  const [busy, setBusy] = useState(false);
  useEffect(() => setProblem(undefined), [drive, options]);

  const begin = async () => {
    if (drive === undefined) {
      return;
    }
    setBusy(true);
    const answer = await ask('export.start', { drive, ...toChoice(options, dates.dayKey(clock.now())) });
    setBusy(false);
    if (answer.ok) {
      onBegun(answer.value);
    } else {
      setProblem(answer.error);
    }
  };

  const wrong = wrongFields(problem);
  return (
    <form
      class="export-choice"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <Panel title={say('drive')}>
        <DriveList chosen={drive} onChoose={setDrive} />
      </Panel>
      <Panel title={say('what')}>
        <ExportOptions
          options={options}
          wrong={wrong}
          mayReveal={session.value.operator.role === 'manager'}
          onChange={setOptions}
        />
      </Panel>
      {problem === undefined || wrong.size > 0 ? null : (
        <Problem problem={problem} instead={{ 'not-found': say('gone'), conflict: say('under-way') }} />
      )}
      <Button weight="primary" type="submit" waits={busy || drive === undefined}>
        {say('start')}
      </Button>
    </form>
  );
}
