/**
 * What can be done on every screen: one back, away, another language, help, "I am still here".
 * Runs in the face. Pure.
 */
import { changeNumber } from './code-steps.ts';
import { openConsent, reloadNotice } from './consent-steps.ts';
import { askHelp, moreTime, tryAgain } from './ending-steps.ts';
import type { CommonEvent } from './face-event.ts';
import { displayMs, type FaceState } from './face-state.ts';
import { stay, touch } from './idle-steps.ts';
import { also, leave, letGo, type Step, show, to } from './moves.ts';
import { emptyDraft } from './screen.ts';

/** The step of an event that every screen knows. */
export function commonStep(state: FaceState, event: CommonEvent, now: number): Step {
  switch (event.type) {
    case 'back':
      return back(state, now);
    case 'cancel':
    case 'done':
      return leave(state, now);
    case 'speak':
      return speak(state, event.locale);
    case 'ask-help':
      return askHelp(state, now);
    case 'leave-help':
      return to({ ...state, overlay: undefined, idleAt: now + displayMs(state, 'idleSeconds') });
    case 'stay':
      return stay(state, now);
    case 'touch':
      return touch(state, now);
    case 'more-time':
      return moreTime(state, now);
    case 'try-again':
      return tryAgain(state, now);
  }
}

/** One screen back; nothing that was typed is lost, except by leaving the visit. */
function back(state: FaceState, now: number): Step {
  const { screen } = state;
  switch (screen.name) {
    case 'start':
      return to(state);
    case 'purpose':
      return openConsent(state, screen.draft, undefined, now);
    case 'details': {
      const several = (state.service.description?.purposes.length ?? 0) > 1;
      return several
        ? to(show(state, { name: 'purpose', draft: screen.draft }, now))
        : openConsent(state, screen.draft, undefined, now);
    }
    case 'phone':
      return also(openConsent(state, { ...emptyDraft, purpose: screen.purpose }, undefined, now), ...letGo(screen));
    case 'code':
    case 'checking':
      return changeNumber(state, now);
    case 'consent':
    case 'result':
    case 'pass':
    case 'no-pass':
    case 'reception':
    case 'failure':
      return leave(state, now);
  }
}

/** Another language; everything typed stays. The notice is fetched in it, because consent is to words that are read. */
function speak(state: FaceState, locale: FaceState['locale']): Step {
  const spoken: FaceState = { ...state, locale };
  const next = state.screen.name === 'consent' ? reloadNotice(spoken) : to(spoken);
  return also(next, { kind: 'speak', locale });
}
