/**
 * Where a table comes from: a file that is chosen or dropped, or what was copied from a spreadsheet.
 * Runs in the operator face.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { rosterWords } from './words.ts';

export interface TableSourceProps {
  onFile(file: Blob): void;
  onText(text: string): void;
}

/** Shows the ways. */
export function TableSource({ onFile, onText }: TableSourceProps) {
  const { description } = useDesk();
  // A dialog of the system outlives the lock of the desk, and shows the files of the machine to whoever comes next.
  const opensDialogs = window.pravesh === undefined || description.mode === 'reception';
  return (
    <div class="roster-sources">
      <DropPlace opensDialogs={opensDialogs} onFile={onFile} />
      <PastePlace onText={onText} />
    </div>
  );
}

/** Otherwise the browser would show the dropped file instead of the desk. */
function useNoOtherDrop(): void {
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', stay);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
    };
  }, []);
}

interface DropPlaceProps extends Pick<TableSourceProps, 'onFile'> {
  readonly opensDialogs: boolean;
}

function DropPlace({ opensDialogs, onFile }: DropPlaceProps) {
  const say = useWords(rosterWords);
  const [over, setOver] = useState(false);
  useNoOtherDrop();
  const take = (files: FileList | null | undefined) => {
    const file = files?.item(0);
    if (file !== null && file !== undefined) {
      onFile(file);
    }
  };
  return (
    // Whoever has no mouse has the button in it.
    <section
      class={over ? 'drop-place drop-place-over' : 'drop-place'}
      aria-label={say('choose')}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      {opensDialogs ? (
        <>
          <p>{say('drop')}</p>
          <FileButton onFiles={take} />
        </>
      ) : (
        <Note kind="info">{say('no-dialog')}</Note>
      )}
    </section>
  );
}

function FileButton({ onFiles }: { readonly onFiles: (files: FileList | null) => void }) {
  const say = useWords(rosterWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button weight="primary" onPress={() => input.current?.click()}>
        {say('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        onChange={(event) => {
          onFiles(event.currentTarget.files);
          // The same file can be chosen again once it was put right.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** What is pasted goes on at once: a field with fifty thousand lines would only be slow. */
function PastePlace({ onText }: Pick<TableSourceProps, 'onText'>) {
  const say = useWords(rosterWords);
  const [text, setText] = useState('');
  return (
    <form
      class="paste-place"
      onPaste={(event) => {
        const pasted = event.clipboardData?.getData('text/plain') ?? '';
        if (/[\r\n]/.test(pasted.trim())) {
          event.preventDefault();
          onText(pasted);
        }
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onText(text);
      }}
    >
      <TextField kind="lines" label={say('paste-label')} hint={say('paste-hint')} value={text} onEdit={setText} />
      <Button type="submit" waits={text.trim() === ''}>
        {say('check')}
      </Button>
    </form>
  );
}
