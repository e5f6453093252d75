import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { drawModules, makeQrPath } from '../../../../renderer/components/qr/qr-path.ts';

describe('drawModules', () => {
  it('draws each run of dark modules once', () => {
    expect(
      drawModules([
        [true, true, false],
        [false, false, false],
        [false, true, true],
      ]),
    ).toBe('M0 0h2v1H0zM1 2h2v1H1z');
  });
});

/** Paints a path of runs, four pixels a module, as a camera would see it. */
function paint(path: string, size: number) {
  const scale = 4;
  const side = size * scale;
  const data = new Uint8Array(side * side * 3).fill(255);
  for (const [, left, top, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let y = Number(top) * scale; y < (Number(top) + 1) * scale; y += 1) {
      const from = (y * side + Number(left) * scale) * 3;
      data.fill(0, from, from + Number(width) * scale * 3);
    }
  }
  return { width: side, height: side, data };
}

describe('makeQrPath', () => {
  it('makes a code that a reader reads, with its quiet zone', async () => {
    const { size, path } = await makeQrPath('https://example.org/privacy?from=kiosk');
    expect(decodeQR(paint(path, size))).toBe('https://example.org/privacy?from=kiosk');
    expect(path).toMatch(/^M4 4h7/);
  });
});
