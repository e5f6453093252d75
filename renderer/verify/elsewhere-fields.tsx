/**
 * What somebody has from elsewhere: the key of the terminal and older checkpoints.
 * Runs in the page that verifies.
 */
import type { PageWords } from './words/page-words.ts';

interface ElsewhereProps {
  readonly words: PageWords;
  readonly keyText: string;
  readonly isKey: boolean;
  readonly onKey: (text: string) => void;
  readonly onOlder: (files: readonly File[]) => void;
}

/** The fields, folded away: most people have neither. */
export function ElsewhereFields({ words, keyText, isKey, onKey, onOlder }: ElsewhereProps) {
  const bad = keyText.trim() !== '' && !isKey;
  return (
    <details class="elsewhere">
      <summary>{words.elsewhere}</summary>
      <p>{words.elsewhereWhy}</p>
      <label>
        {words.key}
        <input
          type="text"
          value={keyText}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={bad}
          aria-describedby={bad ? 'key-bad' : undefined}
          onInput={({ currentTarget }) => onKey(currentTarget.value)}
        />
      </label>
      {bad ? (
        <p class="problem" id="key-bad">
          {words.keyBad}
        </p>
      ) : null}
      <label>
        {words.older}
        <input type="file" multiple onChange={({ currentTarget }) => onOlder(Array.from(currentTarget.files ?? []))} />
      </label>
    </details>
  );
}
