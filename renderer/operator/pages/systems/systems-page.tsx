/**
 * Other systems that may verify people here: their keys, their events, and the keys of receipts. For managers.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { Party, PartyKey } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Problem } from '../../controls/problem.tsx';
import { AddIcon } from '../../icons/icons.tsx';
import { useAsked } from '../../use-asked.ts';
import { useWords } from '../../words.ts';
import { AddDialog } from './add-dialog.tsx';
import { RemoveDialog, RotateDialog } from './ask-dialogs.tsx';
import { EventsPanel } from './events-panel.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { PartyTable } from './party-table.tsx';
import { ReceiptKeysPanel } from './receipt-keys-panel.tsx';
import './systems.css';
import { systemsWords } from './words.ts';

/** What was done last. */
interface Done {
  readonly word: 'wasAdded' | 'wasRotated' | 'wasRemoved';
  readonly name: string;
}

/** What is being done. A key that is shown waits until somebody has taken it. */
type Doing =
  | { readonly kind: 'add' }
  | { readonly kind: 'rotate' | 'remove'; readonly party: Party }
  | { readonly kind: 'key'; readonly partyKey: PartyKey; readonly word: Done['word'] };

/** Shows the page. */
export function SystemsPage() {
  const say = useWords(systemsWords);
  const { value, problem, again } = useAsked('party.list', {});
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<Done>();
  const begin = (next: Doing) => {
    setDone(undefined);
    setDoing(next);
  };
  const finish = (next: Done) => {
    setDoing(undefined);
    setDone(next);
  };
  const show = (word: Done['word']) => (partyKey: PartyKey) => {
    setDoing({ kind: 'key', partyKey, word });
    again();
  };
  return (
    <div class="systems">
      <PageHead title={say('title')} intro={say('intro')}>
        <Button weight="primary" icon={<AddIcon />} onPress={() => begin({ kind: 'add' })}>
          {say('add')}
        </Button>
      </PageHead>
      {done === undefined ? null : <Note kind="done">{say(done.word, { name: done.name })}</Note>}
      {problem === undefined ? null : <Problem problem={problem} onAgain={again} />}
      {value === undefined ? (
        problem === undefined && <Loading />
      ) : (
        <>
          <PartyTable
            parties={value.parties}
            onRotate={(party) => begin({ kind: 'rotate', party })}
            onRemove={(party) => begin({ kind: 'remove', party })}
          />
          <EventsPanel parties={value.parties} />
        </>
      )}
      <ReceiptKeysPanel />
      <SystemsDialog
        doing={doing}
        onKey={show}
        onTaken={finish}
        onRemoved={({ name }) => {
          finish({ word: 'wasRemoved', name });
          again();
        }}
        onCancel={() => setDoing(undefined)}
      />
    </div>
  );
}

interface SystemsDialogProps {
  readonly doing: Doing | undefined;
  onKey(word: Done['word']): (partyKey: PartyKey) => void;
  onTaken(done: Done): void;
  onRemoved(party: Party): void;
  onCancel(): void;
}

function SystemsDialog({ doing, onKey, onTaken, onRemoved, onCancel }: SystemsDialogProps) {
  switch (doing?.kind) {
    case 'add':
      return <AddDialog onDone={onKey('wasAdded')} onCancel={onCancel} />;
    case 'rotate':
      return <RotateDialog party={doing.party} onDone={onKey('wasRotated')} onCancel={onCancel} />;
    case 'remove':
      return <RemoveDialog party={doing.party} onDone={onRemoved} onCancel={onCancel} />;
    case 'key': {
      const { partyKey, word } = doing;
      return <KeyDialog partyKey={partyKey} onTaken={() => onTaken({ word, name: partyKey.party.name })} />;
    }
    case undefined:
      return null;
  }
}
