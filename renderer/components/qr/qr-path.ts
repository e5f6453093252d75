/**
 * A QR code as one SVG path.
 * Runs in the face; the encoder comes in a file of its own when a code is first shown.
 */

/** A code that can be drawn: one unit a module, the quiet zone included. */
export interface QrPath {
  /** Width and height in modules. */
  readonly size: number;
  readonly path: string;
}

/** What stays white around a code, in modules, so that every reader finds it. */
const quietZone = 4;

/** Draws the dark modules of each row as runs. */
export function drawModules(rows: readonly (readonly boolean[])[]): string {
  const runs = rows.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1] === true) {
        return [];
      }
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`];
    }),
  );
  return runs.join('');
}

/** Encodes a text so that it is still read when a seventh of it is damaged. */
export async function makeQrPath(text: string): Promise<QrPath> {
  const { encodeQR } = await import('qr');
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  return { size: rows.length, path: drawModules(rows) };
}
