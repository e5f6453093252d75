/**
 * One entry in full: what was decided, what is kept of the person, the notice word for word, and the proof.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { EntryDetail } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDesk } from '../../desk-context.ts';
import { PrintIcon } from '../../icons/icons.tsx';
import { canSave, saveText } from '../../save-text.ts';
import { useAsked } from '../../use-asked.ts';
import { useWords } from '../../words.ts';
import './entry-dialog.css';
import { EntryConsent } from './entry-consent.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { EntryPerson } from './entry-person.tsx';
import { EntryProof } from './entry-proof.tsx';
import { entriesWords } from './words.ts';

export interface EntryDialogProps {
  readonly seq: number;
  onClose(): void;
}

/** Shows the entry; that it was looked at is in the log. */
export function EntryDialog({ seq, onClose }: EntryDialogProps) {
  const say = useWords(entriesWords);
  const { value, problem } = useAsked('entries.get', { seq });
  const [isCopied, setCopied] = useState(false);
  return (
    <Dialog
      size="wide"
      title={say('entry', { seq: String(seq) })}
      onClose={onClose}
      actions={
        value === undefined ? (
          <Button onPress={onClose}>{say('back')}</Button>
        ) : (
          <Actions detail={value} onCopied={() => setCopied(true)} onClose={onClose} />
        )
      }
    >
      {problem === undefined ? null : <Problem problem={problem} instead={{ 'not-found': say('gone-entry') }} />}
      {value === undefined && problem === undefined ? <Loading /> : null}
      {isCopied ? <Note kind="done">{say('copied')}</Note> : null}
      {value === undefined ? null : (
        <div class="entry-detail">
          <EntryFacts detail={value} />
          <EntryPerson detail={value} />
          <EntryProof detail={value} />
          <EntryConsent detail={value} />
        </div>
      )}
    </Dialog>
  );
}

interface ActionsProps {
  readonly detail: EntryDetail;
  onCopied(): void;
  onClose(): void;
}

function Actions({ detail, onCopied, onClose }: ActionsProps) {
  const say = useWords(entriesWords);
  const { id: site, terminal } = useDesk().description.site;
  const receipt = () => `${JSON.stringify(detail.receipt, null, 2)}\n`;
  return (
    <>
      <Button icon={<PrintIcon />} onPress={() => window.print()}>
        {say('print')}
      </Button>
      {canSave() ? (
        <Button
          onPress={() =>
            saveText(`pravesh-${site}-${terminal}-entry-${detail.seq}.json`, receipt(), 'application/json')
          }
        >
          {say('save')}
        </Button>
      ) : (
        <Button onPress={() => void navigator.clipboard.writeText(receipt()).then(onCopied, () => {})}>
          {say('copy')}
        </Button>
      )}
      <Button weight="primary" onPress={onClose}>
        {say('back')}
      </Button>
    </>
  );
}
