/**
 * The names of the pages of the desk, in the order of the navigation.
 * Runs in the operator face.
 */
export const pageIds = [
  'today',
  'entries',
  'by-hand',
  'inside',
  'passes',
  'roster',
  'person',
  'export',
  'terminal',
  'operators',
  'systems',
] as const;
export type PageId = (typeof pageIds)[number];

/** Where the desk stands: a page, and the entry that it is to show, where it is asked to show one. */
export interface Place {
  readonly page: PageId;
  readonly seq?: number | undefined;
}
