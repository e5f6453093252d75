/** The program does not run without Chromium's walls. */
import { expect, test } from 'vitest';
import { requireWalls, UnsafeSwitchError } from '../../../main/electron/chromium-sandbox.ts';

const started = (...switches: string[]) => ({ hasSwitch: (name: string) => switches.includes(name) });
const usual = { isPackaged: false, forTests: false };

test('it runs as it is', () => {
  expect(() => requireWalls(started(), usual)).not.toThrow();
  expect(() => requireWalls(started('ozone-platform'), usual)).not.toThrow();
});

test.each(['no-sandbox', 'disable-gpu-sandbox', 'remote-debugging-port', 'ignore-certificate-errors'])(
  'it does not run with --%s',
  (name) => {
    expect(() => requireWalls(started(name), usual)).toThrow(UnsafeSwitchError);
    expect(() => requireWalls(started(name), usual)).toThrow(`--${name}`);
  },
);

test('tests may go without them, a packaged program never', () => {
  expect(() => requireWalls(started('no-sandbox'), { isPackaged: false, forTests: true })).not.toThrow();
  expect(() => requireWalls(started('no-sandbox'), { isPackaged: true, forTests: true })).toThrow(UnsafeSwitchError);
});
