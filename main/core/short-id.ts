/** Short identifiers that say nothing of what they stand for. Part of the core. */
import type { Random } from './ports.ts';

/** A new one of so many letters a-z and digits (twelve at the most) that is not taken. */
export function makeShortId(random: Random, length: number, isTaken: (id: string) => boolean): string {
  for (;;) {
    // Bytes from 252 on would make the first letters likelier than the others.
    const symbols = Array.from(random.bytes(32)).filter((byte) => byte < 252);
    const id = symbols
      .slice(0, length)
      .map((byte) => (byte % 36).toString(36))
      .join('');
    if (id.length === length && !isTaken(id)) {
      return id;
    }
  }
}
