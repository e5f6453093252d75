/**
 * What time brings: all deadlines of the face in one place.
 * Runs in the face. Pure.
 */
import { lookWhenDue } from './answer-steps.ts';
import { expireWhenDue } from './code-steps.ts';
import { endingOf, endWhenOver } from './ending-steps.ts';
import { type FaceState, slowMs } from './face-state.ts';
import { idleDeadline, idleWhenDue } from './idle-steps.ts';
import { type Step, to } from './moves.ts';
import { lookAtPhoneWhenDue } from './phone-steps.ts';
import { askWhenDue } from './service-steps.ts';

/** Whatever is due happens, one after the other. */
export function tick(state: FaceState, now: number): Step {
  const dues = [askWhenDue, endWhenOver, expireWhenDue, lookWhenDue, lookAtPhoneWhenDue, idleWhenDue];
  return dues.reduce((sofar: Step, due) => {
    const next = due(sofar.state, now);
    return to(next.state, ...sofar.effects, ...next.effects);
  }, to(state));
}

/** When time will next change something; infinite when it never will. */
export function nextDeadline(state: FaceState, now: number): number {
  const { screen } = state;
  const deadlines = [
    state.service.askAt,
    endingOf(screen)?.endsAt,
    idleDeadline(state),
    screen.name === 'code' && screen.note !== 'expired' ? screen.code.expiresAt : undefined,
    screen.name === 'checking' ? screen.lookAt : undefined,
    screen.name === 'phone' && 'lookAt' in screen.view ? screen.view.lookAt : undefined,
    screen.name === 'checking' ? screen.since + slowMs : undefined,
  ];
  return Math.min(...deadlines.flatMap((deadline) => (deadline !== undefined && deadline > now ? [deadline] : [])));
}
