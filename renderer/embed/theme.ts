/**
 * Lays the theme of the address on the page. Of a colour only its hue and a part of its strength are taken: the tokens
 * give each tone a lightness of our own, so that text keeps its contrast whatever colour is asked for.
 * Runs in the embedded page.
 */
import type { Theme } from './address.ts';

/**
 * Applies it to the root element.
 * @param venueAccent the venue's own colour, where the address names none
 */
export function applyTheme(root: HTMLElement, { accent, scheme, radius }: Theme, venueAccent?: string): void {
  const colour = accent ?? venueAccent;
  if (colour !== undefined) {
    root.style.setProperty('--accent', colour);
  }
  if (scheme !== undefined) {
    root.dataset.theme = scheme;
  }
  if (radius !== undefined) {
    root.style.setProperty('--radius-small', `${radius * 0.6}px`);
    root.style.setProperty('--radius', `${radius}px`);
    root.style.setProperty('--radius-large', `${radius * 1.4}px`);
  }
}
