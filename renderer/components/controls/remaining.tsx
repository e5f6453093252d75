/**
 * What is left of a time: drawn every second, spoken only at a few moments.
 * Runs in the face.
 */
import { formatRemaining, secondsLeft } from '../../i18n/say.ts';
import { useFace, useSpeech } from '../face-context.ts';

/** Seconds at which a countdown is spoken. */
const milestones = [5, 10, 20, 30, 60, 120] as const;

/** The milestone that was passed last, or undefined before the first. */
export function milestoneOf(seconds: number): number | undefined {
  return seconds > 0 ? milestones.find((milestone) => seconds <= milestone) : undefined;
}

/** Milliseconds until a moment of the store's clock; never below zero. */
export function useLeft(until: number): number {
  return Math.max(0, until - useFace().store.now.value);
}

/** The time left as a person reads it: "2:05". */
export function useRemaining(until: number): string {
  const { locale } = useSpeech();
  return formatRemaining(locale, useLeft(until));
}

/** Speaks the milestones of a countdown to those who listen. */
export function SpokenCountdown({ until }: { readonly until: number }) {
  const { say } = useSpeech();
  const milestone = milestoneOf(secondsLeft(useLeft(until)));
  return (
    <p class="spoken" role="status">
      {milestone === undefined
        ? null
        : milestone < 60
          ? say('common.secondsLeft', { count: milestone })
          : say('common.minutesLeft', { count: milestone / 60 })}
    </p>
  );
}
