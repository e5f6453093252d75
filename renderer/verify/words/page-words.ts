/**
 * What the page says besides the findings: the shape of its catalogue, and the languages.
 * Runs in the page that verifies.
 */
import type { Finding } from '../../../main/contract/public.ts';
import { english } from './english.ts';
import { hindi } from './hindi.ts';

export interface PageWords {
  readonly locale: 'en' | 'hi';
  /** In its own script. */
  readonly language: string;
  readonly title: string;
  readonly intro: string;
  readonly drop: string;
  readonly choose: string;
  readonly elsewhere: string;
  readonly elsewhereWhy: string;
  readonly key: string;
  readonly keyBad: string;
  readonly older: string;
  readonly working: (percent: number) => string;
  readonly noFiles: string;
  readonly failed: string;
  readonly good: string;
  readonly bad: string;
  readonly firstBadRow: (row: number) => string;
  readonly holds: string;
  readonly fails: string;
  readonly unknown: string;
  readonly say: (finding: Finding) => string;
}

/** In the order in which they are offered. */
export const languages: readonly PageWords[] = [english, hindi];
