/**
 * An export that is being written: how far it is, how long it takes, and the way to end it.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { ExportSnapshot } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Progress } from '../../controls/progress.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { exportWords } from './words.ts';

export interface ExportRunningProps {
  readonly snapshot: Extract<ExportSnapshot, { state: 'running' }>;
  readonly leftMs: number | undefined;
  onCancelled(snapshot: ExportSnapshot): void;
}

/** Shows the progress. */
export function ExportRunning({ snapshot, leftMs, onCancelled }: ExportRunningProps) {
  const { ask } = useDesk();
  const say = useWords(exportWords);
  const [ending, setEnding] = useState(false);
  const cancel = async () => {
    setEnding(true);
    const answer = await ask('export.cancel', { id: snapshot.id });
    if (answer.ok) {
      onCancelled(answer.value);
    }
    setEnding(false);
  };
  const left =
    leftMs === undefined ? undefined : leftMs < 60_000 ? say('soon') : say('left', { count: minutes(leftMs) });
  return (
    <Panel title={say('title')}>
      <Progress label={say('running')} done={Math.min(1, snapshot.done / snapshot.total)} detail={left} />
      <Note kind="notice">{say('do-not-pull')}</Note>
      <div class="export-actions">
        <Button waits={ending} onPress={() => void cancel()}>
          {say('cancel')}
        </Button>
      </div>
    </Panel>
  );
}

function minutes(milliseconds: number): number {
  return Math.ceil(milliseconds / 60_000);
}
