/** A kiosk fills its display, whatever happens to displays, and stays lit. */
import { expect, test } from 'vitest';
import { hideCursor, keepOnDisplay, stayAwake } from '../../../main/electron/displays.ts';
import {
  AppDouble,
  buildProtocolDouble,
  PowerDouble,
  ScreenDouble,
  WindowDouble,
} from '../../support/electron-double.ts';

const own = { id: 2, bounds: { x: 1920, y: 0, width: 1080, height: 1920 }, touchSupport: 'available' } as const;

function open() {
  const screen = new ScreenDouble();
  screen.displays.push(own);
  const window = new WindowDouble({}, buildProtocolDouble(new AppDouble()));
  window.bounds = own.bounds;
  keepOnDisplay(window, screen, own);
  return { screen, window };
}

test('its display goes: it fills the first one, and its own again when that is back', () => {
  const { screen, window } = open();
  screen.displays.pop();
  screen.emit('display-removed', {}, own);
  expect(window.did).toEqual(['let go', 'move to 0, 0, 1920 x 1080', 'close in', 'fill']);
  expect(window.webContents.did).toEqual(['paint']);
  window.did.splice(0);
  screen.displays.push(own);
  screen.emit('display-added', {}, own);
  expect(window.did).toEqual(['let go', 'move to 1920, 0, 1080 x 1920', 'close in', 'fill']);
});

test('its display is turned: it fills it again', () => {
  const { screen, window } = open();
  screen.displays[1] = { ...own, bounds: { x: 1920, y: 0, width: 1920, height: 1080 } };
  screen.emit('display-metrics-changed', {}, own, ['bounds']);
  expect(window.bounds).toEqual({ x: 1920, y: 0, width: 1920, height: 1080 });
});

test('another display changes: it stays where it is, closed in itself', () => {
  const { screen, window } = open();
  screen.emit('display-added', {}, {});
  expect(window.did).toEqual(['close in', 'fill']);
});

test('a window that is gone is left alone', () => {
  const { screen, window } = open();
  window.close();
  window.did.splice(0, 1, 'close');
  screen.emit('display-removed', {}, own);
  expect(window.did).toEqual(['close']);
  expect(screen.listenerCount('display-removed')).toBe(0);
  expect(screen.listenerCount('display-added')).toBe(0);
  expect(screen.listenerCount('display-metrics-changed')).toBe(0);
});

test('the arrow is hidden where one touches, on each page anew', () => {
  const { window } = open();
  hideCursor(window, { touchSupport: 'unknown' });
  window.webContents.emit('dom-ready');
  expect(window.webContents.did).toEqual([]);
  hideCursor(window, { touchSupport: 'available' });
  window.webContents.emit('dom-ready');
  window.webContents.emit('dom-ready');
  const css = '* { cursor: none !important; }';
  expect(window.webContents.did).toEqual([css, css]);
});

test('the display stays lit, and a machine that has slept paints anew, until the end', () => {
  const { window } = open();
  const power = new PowerDouble();
  const rest = stayAwake(window, { saveBlocker: power, monitor: power });
  expect([...power.blocking.values()]).toEqual(['prevent-display-sleep']);
  power.emit('resume');
  power.emit('unlock-screen');
  expect(window.webContents.did).toEqual(['paint', 'paint']);
  rest();
  power.emit('resume');
  power.emit('unlock-screen');
  expect(window.webContents.did).toHaveLength(2);
  expect(power.blocking.size).toBe(0);
});
