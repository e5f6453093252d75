/**
 * The report for whoever helps: read here, copied or saved.
 * Runs in the operator face.
 */
import { useId, useState } from 'preact/hooks';
import type { Problem as ContractProblem } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDesk } from '../../desk-context.ts';
import { canSave, saveText } from '../../save-text.ts';
import { useWords } from '../../words.ts';
import { terminalWords } from './words.ts';

/** Shows the button, and the report once it is written. */
export function ReportPanel() {
  const { ask, description } = useDesk();
  const say = useWords(terminalWords);
  const id = useId();
  const [text, setText] = useState<string>();
  const [copied, setCopied] = useState(false);
  const [problem, setProblem] = useState<ContractProblem>();
  const write = async () => {
    const answer = await ask('health.diagnose', {});
    setProblem(answer.ok ? undefined : answer.error);
    setText(answer.ok ? answer.value.text : undefined);
    setCopied(false);
  };
  const copy = async (report: string) => {
    await navigator.clipboard.writeText(report).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  const { id: site, terminal } = description.site;
  return (
    <Panel title={say('report-title')}>
      <p>{say('report-intro')}</p>
      {problem === undefined ? null : <Problem problem={problem} />}
      <div class="terminal-actions">
        <Button onPress={() => void write()}>{say('report-show')}</Button>
        {text === undefined ? null : <Button onPress={() => void copy(text)}>{say('copy')}</Button>}
        {text === undefined || !canSave() ? null : (
          <Button onPress={() => saveText(`pravesh-${site}-${terminal}-diagnostics.txt`, text)}>{say('save')}</Button>
        )}
      </div>
      {copied ? <Note kind="done">{say('copied')}</Note> : null}
      {text === undefined ? null : (
        <>
          <label class="entry-label" for={id}>
            {say('report-label')}
          </label>
          <textarea id={id} class="report" lang="en" rows={18} readOnly value={text} />
        </>
      )}
    </Panel>
  );
}
