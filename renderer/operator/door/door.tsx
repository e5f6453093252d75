/**
 * The door of the desk.
 * Runs in the operator face.
 */
import type { KioskDescription } from '../../../main/contract/public.ts';
import type { FaceClock } from '../../store/clock.ts';
import type { DeskStore } from '../desk-store.ts';
import type { DeskLocale } from '../words.ts';

export interface DoorProps {
  readonly store: DeskStore;
  readonly clock: FaceClock;
  readonly description: KioskDescription;
  readonly onSpeak: (locale: DeskLocale) => void;
  readonly onLeave: (visit: boolean) => void;
}

/** Shows the door. */
export function Door({ description }: DoorProps) {
  return <main class="still">{description.site.name}</main>;
}
