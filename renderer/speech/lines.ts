/**
 * What is read of a screen: its words in their order, a line for each paragraph, heading, item and button. What is
 * hidden from assistive technology or from the eye is not read, and neither is what somebody has typed.
 * Runs in the face.
 */

import { type Locale, locales } from '../../main/contract/public.ts';

/** One thing that is said, and in which language. */
export interface Line {
  readonly text: string;
  readonly lang: Locale;
}

/** Elements that are a line of their own, unless they hold others. */
const blocks = 'p, li, dt, dd, h1, h2, h3, legend, label, button, [aria-label], [lang]';

/** Not words of the screen: what is for eyes alone, what somebody typed, what is told when it changes. */
const unread = '[aria-hidden="true"], [inert], input, .spoken';

/** Eyes may see these and not the words: they are read one sign after the other. */
const spelled = '.check-code';

/** The lines of what is below an element; `usual` is the language where the page names no other. */
export function readLines(root: Element, usual: Locale): Line[] {
  const lines: Line[] = [];
  const add = (element: Element, text: string) => {
    if (text !== '') {
      lines.push({ text, lang: langOf(element, usual) });
    }
  };
  const visit = (element: Element): void => {
    if (element.matches(unread) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
      return;
    }
    const name = element.getAttribute('aria-label');
    if (name !== null) {
      add(element, name);
    }
    // A group is named, and then read; anything else is what it is called.
    if (name === null || element.matches('fieldset, section, nav')) {
      if (element.querySelector(blocks) === null) {
        add(element, element.matches(spelled) ? spell(textOf(element)) : textOf(element));
      } else {
        Array.from(element.children).forEach(visit);
      }
    }
  };
  visit(root);
  return lines;
}

/** What a control is called. */
export function nameOf(control: Element): string {
  const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined;
  return control.getAttribute('aria-label') ?? textOf(label ?? control);
}

/** The words of an element, with what they mean for the ear: a masked number becomes the digits that are left of it. */
export function textOf(element: Element): string {
  return wordsOf(element)
    .replace(/[•*]+(\d+)/g, (_whole, rest: string) => spell(rest))
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsOf(node: Node): string {
  if (node instanceof Text) {
    return node.data;
  }
  return node instanceof Element && !node.matches(unread) ? ` ${Array.from(node.childNodes, wordsOf).join('')} ` : '';
}

/** Signs one by one, with a pause between them. */
export function spell(text: string): string {
  return Array.from(text.replace(/\s+/g, '')).join(', ');
}

/** The language that the page names for an element, below its root. */
export function langOf(element: Element, usual: Locale): Locale {
  const named = element.closest<HTMLElement>('#face [lang]')?.lang;
  return locales.find((locale) => locale === named) ?? usual;
}
