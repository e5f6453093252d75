/**
 * The time and the day at the venue.
 * Runs in the face.
 */
import { useFace, useSpeech } from '../../components/face-context.ts';
import { digitsOf } from '../../i18n/digits.ts';

/** Shows the clock of the site's time zone; it follows the store's second. */
export function WallClock({ timezone }: { readonly timezone: string }) {
  const { clock, store } = useFace();
  const { locale } = useSpeech();
  // Reading it subscribes: the store moves it every second.
  void store.now.value;
  const now = clock.now();
  const time = new Intl.DateTimeFormat(locale, {
    ...digitsOf(locale),
    timeZone: timezone,
    hour: 'numeric',
    minute: '2-digit',
  });
  const day = new Intl.DateTimeFormat(locale, {
    ...digitsOf(locale),
    timeZone: timezone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return (
    <p class="start-clock">
      <time class="start-time">{time.format(now)}</time>
      <span class="start-day">{day.format(now)}</span>
    </p>
  );
}
