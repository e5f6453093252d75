/** Reads a code that a face has drawn, as a camera would. For tests only. */
import { decodeQR } from 'qr/decode.js';

/** Pixels a module. */
const scale = 4;

/**
 * The text of a code.
 * @param path the runs of its dark modules, as an SVG path
 * @param size its width and height in modules
 */
export function readQr(path: string, size: number): string {
  const side = size * scale;
  const data = new Uint8Array(side * side * 3).fill(255);
  for (const [, left, top, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let y = Number(top) * scale; y < (Number(top) + 1) * scale; y += 1) {
      const from = (y * side + Number(left) * scale) * 3;
      data.fill(0, from, from + Number(width) * scale * 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
}
