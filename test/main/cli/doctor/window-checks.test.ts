/** What the doctor says of display and browser. */
import { describe, expect, it } from 'vitest';
import {
  checkBrowser,
  checkDisplay,
  gatherWindowFacts,
  type WindowFacts,
} from '../../../../main/cli/doctor/window-checks.ts';

const facts: WindowFacts = {
  display: true,
  root: false,
  electron: { path: '/app/electron' },
  browser: { path: '/usr/bin/chromium' },
};
const noElectron = { missing: 'its binary has not been downloaded' };
const noBrowser = { missing: 'no Chromium, Chrome or Edge is installed' };

describe('the display', () => {
  it.each([
    [facts, true],
    [{ ...facts, display: false }, false],
    [{ ...facts, root: true }, false],
  ])('with %j is well: %j', (given, ok) => {
    const check = checkDisplay(given);
    expect(check.ok).toBe(ok);
    expect(check.todo === undefined).toBe(ok);
  });
});

describe('the browser', () => {
  it('is Electron where it is there', () => {
    expect(checkBrowser(facts)).toEqual({ name: 'browser', ok: true, detail: 'Electron, /app/electron' });
  });

  it('is an installed one else, and says why', () => {
    expect(checkBrowser({ ...facts, electron: noElectron })).toEqual({
      name: 'browser',
      ok: true,
      detail: '/usr/bin/chromium (not in Electron: its binary has not been downloaded)',
    });
  });

  it('is missing where there is neither', () => {
    expect(checkBrowser({ ...facts, electron: noElectron, browser: noBrowser })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('no Chromium, Chrome or Edge is installed'),
      todo: expect.stringContaining('PRAVESH_BROWSER'),
    });
  });

  it('is looked for on this machine, with an answer either way', async () => {
    const found = await gatherWindowFacts(new AbortController().signal);
    for (const program of [found.electron, found.browser]) {
      expect('path' in program ? program.path : program.missing).not.toBe('');
    }
  });
});
