/**
 * The few pieces of HTML that the page of the API is written with. Every text is escaped here.
 * Runs in the HTTP host.
 */

/** HTML that is finished: no text becomes this but through the functions of this file. */
export interface Markup {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for an element or an attribute in quotes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

type Part = Markup | string | undefined | readonly Part[];

function write(part: Part): string {
  if (part === undefined) {
    return '';
  }
  if (typeof part === 'string') {
    return escapeText(part);
  }
  return 'html' in part ? part.html : part.map(write).join('');
}

/** A template: what stands in it is HTML, what is put in is text, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.map((text, index) => `${text}${write(parts[index])}`).join('') };
}

/** Where something is explained, by the word for it: `verification.start` is at `#verification.start`. */
export type Anchors = ReadonlyMap<string, string>;

/** A text with `words of code` in it, which lead to where they are explained. */
export function inline(text: string, anchors: Anchors): Markup {
  const parts = text.split(/`([^`]+)`/).map((part, index): Part => {
    if (index % 2 === 0) {
      return part;
    }
    const anchor = anchors.get(part);
    return anchor === undefined ? html`<code>${part}</code>` : html`<a href="#${anchor}"><code>${part}</code></a>`;
  });
  return html`${parts}`;
}

/** Paragraphs, from a text with an empty line between them. */
export function paragraphs(text: string, anchors: Anchors): Markup {
  return html`${text.split('\n\n').map((paragraph) => html`<p>${inline(paragraph, anchors)}</p>\n`)}`;
}

/** A block of code that wraps. */
export function block(text: string, label: string): Markup {
  return html`<figure class="code"><figcaption>${label}</figcaption><pre><code>${text}</code></pre></figure>\n`;
}

/** A JSON value over several lines. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
