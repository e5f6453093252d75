/**
 * The page that verifies an export: choose or drop a folder, read what holds.
 * Runs in any current browser, opened from a stick; it has no network.
 */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { readVerifierKey } from '../../main/contract/public.ts';
import { browserTools } from './browser-tools.ts';
import { ElsewhereFields } from './elsewhere-fields.tsx';
import { fromDrop, fromInput, type PickedFile } from './picked-files.ts';
import { ReportView } from './report-view.tsx';
import { type Verifying, verifyPicked } from './verifying.ts';
import { languages, type PageWords } from './words/page-words.ts';

/** The whole page, in the first language until another is chosen. */
export function VerifyPage({ preferred }: { readonly preferred: PageWords }) {
  const [words, setWords] = useState(preferred);
  const [state, setState] = useState<Verifying>({ step: 'waiting' });
  const [picked, setPicked] = useState<readonly PickedFile[]>();
  const [key, setKey] = useState('');
  const [older, setOlder] = useState<readonly File[]>([]);
  // With the words, not after them: a screen reader must not begin them in the voice of the other language.
  useLayoutEffect(() => {
    document.documentElement.lang = words.locale;
    document.title = words.title;
  }, [words]);

  const isKey = readVerifierKey(browserTools.sha256, key) !== undefined;
  useEffect(() => {
    if (picked === undefined) {
      return;
    }
    // A newer choice makes what is still being read of no interest.
    let current = true;
    void verifyPicked(picked, { key: isKey ? key : undefined, older }, (step) => current && setState(step));
    return () => {
      current = false;
    };
  }, [picked, isKey ? key : '', older]);

  return (
    <main>
      <nav class="languages">
        {languages.map((language) => (
          <button
            key={language.locale}
            type="button"
            lang={language.locale}
            aria-pressed={language.locale === words.locale}
            onClick={() => setWords(language)}
          >
            {language.language}
          </button>
        ))}
      </nav>
      <h1>{words.title}</h1>
      <p class="intro">{words.intro}</p>
      <DropField words={words} onPick={setPicked} />
      <ElsewhereFields words={words} keyText={key} isKey={isKey} onKey={setKey} onOlder={setOlder} />
      <div aria-live="polite">
        <Progress words={words} state={state} />
      </div>
      {state.step === 'done'
        ? state.reports.map((report) => <ReportView key={report.name} report={report} words={words} />)
        : null}
    </main>
  );
}

function DropField(props: { readonly words: PageWords; readonly onPick: (files: readonly PickedFile[]) => void }) {
  const { words, onPick } = props;
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer !== null) {
      void fromDrop(event.dataTransfer.items).then(onPick, () => onPick([]));
    }
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <fieldset
      class={over ? 'drop drop-over' : 'drop'}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <legend class="spoken">{words.choose}</legend>
      <p>{words.drop}</p>
      <label class="choose">
        {words.choose}
        <input
          type="file"
          class="spoken"
          multiple
          ref={takeFolders}
          onChange={({ currentTarget }) => {
            onPick(fromInput(currentTarget.files));
            // The same folder may be chosen again, after it was mended.
            currentTarget.value = '';
          }}
        />
      </label>
    </fieldset>
  );
}

/** An input of a folder; Preact's types do not have the attribute. */
function takeFolders(input: HTMLInputElement | null): void {
  if (input !== null) {
    input.webkitdirectory = true;
  }
}

function Progress({ words, state }: { readonly words: PageWords; readonly state: Verifying }) {
  if (state.step === 'problem') {
    return <p class="problem">{words[state.what]}</p>;
  }
  if (state.step === 'working') {
    return (
      <label class="progress">
        {words.working(state.percent)}
        <progress max={100} value={state.percent} />
      </label>
    );
  }
  return null;
}
