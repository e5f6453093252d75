/**
 * How an export ended, and whether the stick may be removed.
 * Runs in the operator face.
 */
import type { ExportSnapshot } from '../../../../main/contract/public.ts';
import { FaultIcon } from '../../../components/icons/icons.tsx';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { useDeskLocale } from '../../locale.ts';
import { useWords } from '../../words.ts';
import { writeSize } from './sizes.ts';
import { exportWords } from './words.ts';

export interface ExportEndProps {
  readonly snapshot: Exclude<ExportSnapshot, { state: 'running' }>;
  onRead(): void;
}

/** Shows the end. */
export function ExportEnd({ snapshot, onRead }: ExportEndProps) {
  const say = useWords(exportWords);
  return (
    <Panel title={say('title')}>
      <Ended snapshot={snapshot} />
      <div class="export-actions">
        <Button weight="primary" onPress={onRead}>
          {say('another')}
        </Button>
      </div>
    </Panel>
  );
}

function Ended({ snapshot }: Pick<ExportEndProps, 'snapshot'>) {
  const say = useWords(exportWords);
  const locale = useDeskLocale();
  switch (snapshot.state) {
    case 'finished': {
      const { first, last, bytes, path } = snapshot;
      return (
        <Note kind="done">
          <p class="export-safe">
            {say('finished')} {say('safe')}
          </p>
          <p>{say('entries', { first, last, size: writeSize(bytes, locale) })}</p>
          <p>{say('path', { path: path.split(/[/\\]/).at(-1) ?? path })}</p>
        </Note>
      );
    }
    case 'cancelled':
      return <Note kind="done">{say('cancelled')}</Note>;
    case 'failed':
      return (
        <div class="trouble" role="alert">
          <FaultIcon />
          <p class="trouble-words">{say(`fault-${snapshot.fault}`)}</p>
        </div>
      );
  }
}
