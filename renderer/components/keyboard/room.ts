/**
 * How much room the keyboard has.
 * Runs in the faces.
 */
import { type Signal, signal } from '@preact/signals';
import type { Room } from './layouts.ts';

/** From this height on there is room for five rows of large keys; on a narrow screen fourteen columns would be too many. */
const tallScreen = '(min-height: 900px), (max-width: 700px)';

/** Follows the screen until `until` is aborted. */
export function watchRoom(page: Window, until: AbortSignal): Signal<Room> {
  const tall = page.matchMedia(tallScreen);
  const room = signal<Room>(tall.matches ? 'tall' : 'wide');
  tall.addEventListener(
    'change',
    () => {
      room.value = tall.matches ? 'tall' : 'wide';
    },
    { signal: until },
  );
  return room;
}
