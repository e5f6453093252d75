/**
 * The key of a system, shown once: nothing but the button takes it away.
 * Runs in the operator face, for managers.
 */
import { useState } from 'preact/hooks';
import type { PartyKey } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { Note } from '../../controls/note.tsx';
import { useWords } from '../../words.ts';
import { copyText } from '../roster/copy-text.ts';
import './systems.css';
import { systemsWords } from './words.ts';

export interface KeyDialogProps {
  readonly partyKey: PartyKey;
  onTaken(): void;
}

/** Shows the key, and the secret of the events where there is one. */
export function KeyDialog({ partyKey: { party, apiKey, webhookSecret }, onTaken }: KeyDialogProps) {
  const say = useWords(systemsWords);
  return (
    <Dialog
      title={say('keyTitle', { name: party.name })}
      actions={
        <Button weight="primary" onPress={onTaken}>
          {say('keyTaken')}
        </Button>
      }
    >
      <Note kind="notice">
        <p>
          <strong>{say('keyOnce')}</strong>
        </p>
        <p>{say('keyLost')}</p>
      </Note>
      <ShownText label={say('apiKey')} text={apiKey} />
      {webhookSecret === undefined ? null : <ShownText label={say('webhookSecret')} text={webhookSecret} />}
      <ShownText label={say('partyId')} text={party.id} />
    </Dialog>
  );
}

function ShownText({ label, text }: { readonly label: string; readonly text: string }) {
  const say = useWords(systemsWords);
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => setCopied(await copyText(text));
  return (
    <div class="shown-text">
      <p class="entry-label">{label}</p>
      <div class="shown-text-row">
        <code translate={false}>{text}</code>
        <Button label={say('copyOf', { what: label })} onPress={() => void copy()}>
          {say('copy')}
        </Button>
      </div>
      <p class="entry-below" role="status">
        {copied === undefined ? null : say(copied ? 'copied' : 'notCopied')}
      </p>
    </div>
  );
}
