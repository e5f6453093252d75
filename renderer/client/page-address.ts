/**
 * Where the pages of the terminal are: over HTTP they have paths of their own, under Electron's scheme they are files.
 * Runs in the renderer.
 */

/** The page of visitors and the page of staff. */
export type PageName = 'kiosk' | 'operator';

/** The address of a page on the same origin, as `window.location` takes it; the bridge tells that this is Electron. */
export function pageAddress(page: PageName, window: { readonly pravesh?: unknown }): string {
  return window.pravesh === undefined ? `/${page}` : `/${page}.html`;
}
