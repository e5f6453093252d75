/**
 * The log is carried away on a stick: what and where to, how far it is, and when the stick may be removed.
 * Runs in the operator face.
 */
import { PageHead } from '../../controls/page-head.tsx';
import { useWords } from '../../words.ts';
import './export.css';
import { ExportChoice } from './export-choice.tsx';
import { ExportEnd } from './export-end.tsx';
import { ExportRunning } from './export-running.tsx';
import { useExport } from './use-export.ts';
import { exportWords } from './words.ts';

/** Shows the page. */
export function ExportPage() {
  const say = useWords(exportWords);
  const { snapshot, leftMs, follow, forget } = useExport();
  return (
    <>
      <PageHead title={say('title')} intro={say('intro')} />
      {snapshot === undefined ? (
        <ExportChoice onBegun={follow} />
      ) : snapshot.state === 'running' ? (
        <ExportRunning snapshot={snapshot} leftMs={leftMs} onCancelled={follow} />
      ) : (
        <ExportEnd snapshot={snapshot} onRead={forget} />
      )}
    </>
  );
}
