/**
 * The language of the desk: it stands before anybody has unlocked, so it has a context of its own.
 * Runs in the operator face.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskLocale } from './words.ts';

export const LocaleContext = createContext<ReadonlySignal<DeskLocale>>(signal('en'));

/** The language of the moment; the component follows when it changes. */
export function useDeskLocale(): DeskLocale {
  return useContext(LocaleContext).value;
}
