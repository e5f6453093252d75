import { describe, expect, it } from 'vitest';
import { drawModules, makeQrPath } from '../../../../renderer/components/qr/qr-path.ts';
import { readQr } from '../../../support/read-qr.ts';

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

describe('makeQrPath', () => {
  it('makes a code that a reader reads, with its quiet zone', async () => {
    const { size, path } = await makeQrPath('https://example.org/privacy?from=kiosk');
    expect(readQr(path, size)).toBe('https://example.org/privacy?from=kiosk');
    expect(path).toMatch(/^M4 4h7/);
  });
});
