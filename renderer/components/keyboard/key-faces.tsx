/**
 * What stands on the keys of the text keyboard: letters that change with the text, words and icons that stay.
 * Runs in the faces.
 */
import { type ComponentChildren, render } from 'preact';
import { BackspaceIcon, ShiftIcon } from '../icons/icons.tsx';
import { placeRow } from './grid.ts';
import type { Key } from './key.ts';
import type { KeyboardLabels, KeyboardOwner } from './labels.ts';
import { isCapital, keyAt, type Typing } from './typing.ts';

/** How a key that is not a letter looks, and how it is called. */
interface ActFace {
  readonly name: string;
  readonly shown: ComponentChildren;
}

function actFace(key: string, labels: KeyboardLabels): ActFace | undefined {
  switch (key) {
    case '{bksp}':
      return { name: labels.backspace, shown: <BackspaceIcon /> };
    case '{shift}':
      return { name: labels.shift, shown: <ShiftIcon /> };
    case '{space}':
      return { name: labels.space, shown: labels.space };
    case '{done}':
      return { name: labels.done, shown: labels.done };
    case '{latin}':
      return { name: labels.latin, shown: 'ABC' };
    case '{script}':
    case '{letters}':
      return { name: labels.script, shown: beginning(labels.script) };
    case '{more}':
      return { name: labels.more, shown: beginning(labels.more) };
    default:
      return undefined;
  }
}

/** What stands on a key is the beginning of its name, as for who speaks to the machine: "अआइ: Hindi letters". */
function beginning(name: string): string {
  return name.split(':', 1).join();
}

/** Writes on every key below `host` what it shows and says at this moment. */
export function paintKeys(host: HTMLElement, typing: Typing, { labels, locale }: KeyboardOwner): void {
  host.lang = typing.script === 'latin' ? 'en' : locale;
  for (const key of host.querySelectorAll<HTMLElement>('[data-skbtn]')) {
    const name = key.dataset.skbtn ?? '';
    const face = key.querySelector('span');
    const act = actFace(name, labels);
    if (face === null) {
      continue;
    }
    if (act === undefined) {
      paintLetter(key, face, keyAt(typing, name));
    } else if (!key.hasAttribute('aria-label')) {
      key.lang = locale;
      key.setAttribute('aria-label', act.name);
      face.textContent = '';
      render(act.shown, face);
    }
    if (name === '{shift}') {
      key.setAttribute('aria-pressed', String(isCapital(typing)));
    }
  }
}

/** Lays the keys of each row out over the grid that the style sheet draws. */
export function placeKeys(host: HTMLElement, columns: number): void {
  for (const row of host.querySelectorAll('.hg-row')) {
    const keys = [...row.querySelectorAll<HTMLElement>('[data-skbtn]')];
    const places = placeRow(
      keys.map((key) => key.dataset.skbtn ?? ''),
      columns,
    );
    for (const [index, { start, span }] of places.entries()) {
      keys[index]?.style.setProperty('grid-column', `${start} / span ${span}`);
    }
  }
}

/** A letter's key is its own name; one that has nothing to do here says so. */
function paintLetter(key: HTMLElement, face: HTMLElement, { shown, vowel, stroke }: Key): void {
  if (face.textContent !== shown) {
    face.textContent = shown;
  }
  key.classList.toggle('key-vowel', vowel === true);
  key.setAttribute('aria-disabled', String(stroke === undefined));
}
