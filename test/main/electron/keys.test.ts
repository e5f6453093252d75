/** Keys: what types reaches the page, and no shortcut does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardKeys, mayPress } from '../../../main/electron/keys.ts';
import { ContentsDouble } from '../../support/electron-ipc.ts';

const none = { shift: false, control: false, alt: false, meta: false };
const press = (key: string, ...held: (keyof typeof none)[]) => ({
  ...none,
  ...Object.fromEntries(held.map((name) => [name, true])),
  key,
});

test.each(['a', 'A', 'ß', 'क', '7', ' ', '@', 'Enter', 'Tab', 'Backspace', 'ArrowLeft', 'Escape', 'Process', 'Dead'])(
  'a visitor types %s',
  (key) => {
    expect(mayPress('kiosk', press(key))).toBe(true);
  },
);

test.each([
  press('Tab', 'shift'),
  press('A', 'shift'),
  press('Shift', 'shift'),
  press('AltGraph', 'control', 'alt'),
  press('@', 'control', 'alt'),
])('and with Shift or AltGr: %o', (input) => {
  expect(mayPress('kiosk', input)).toBe(true);
});

const shortcuts = [
  // F2 reads the screen aloud.
  ...Array.from({ length: 24 }, (_, index) => press(`F${index + 1}`)).filter(({ key }) => key !== 'F2'),
  press('F2', 'control'),
  press('F4', 'alt'),
  press('F5', 'control'),
  press('Escape', 'shift'),
  press('Escape', 'control', 'shift'),
  press('Tab', 'control'),
  press('Tab', 'alt'),
  press('ArrowLeft', 'alt'),
  press('ArrowRight', 'alt'),
  press('Home', 'alt'),
  press('Delete', 'control', 'shift'),
  press('I', 'control', 'shift'),
  press('J', 'control', 'shift'),
  press('r', 'control'),
  press('R', 'control', 'shift'),
  ...Array.from('dfghjklnopqrstuw0123456789+-=', (key) => press(key, 'control')),
  ...Array.from('adfqrw+-=0', (key) => press(key, 'meta')),
  press('i', 'meta', 'alt'),
  press('d', 'alt'),
  press('ContextMenu'),
  press('PrintScreen'),
  press('BrowserBack'),
  press('BrowserHome'),
  press('BrowserSearch'),
  press('LaunchMail'),
  press('ZoomIn'),
  press('MediaPlayPause'),
];

test.each(shortcuts)('no shortcut reaches a page of visitors: %o', (input) => {
  expect(mayPress('kiosk', input)).toBe(false);
});

test('a desk copies and pastes, and has no other shortcut', () => {
  for (const key of ['a', 'c', 'v', 'x', 'y', 'z', 'Z']) {
    expect(mayPress('reception', press(key, 'control'))).toBe(true);
    expect(mayPress('reception', press(key, 'meta'))).toBe(true);
    expect(mayPress('kiosk', press(key, 'control'))).toBe(false);
  }
  const ofTheDesk = shortcuts.filter(({ key, meta, control }) => (meta || control) && key === 'a');
  expect(shortcuts.filter((input) => !ofTheDesk.includes(input) && mayPress('reception', input))).toEqual([]);
});

test('whatever is held with Command, or with Control alone, does nothing at a kiosk', () => {
  const input = fc.record({
    key: fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('F11', 'Tab', 'w', 'Enter', 'Escape')),
    shift: fc.boolean(),
    control: fc.boolean(),
    alt: fc.boolean(),
    meta: fc.boolean(),
  });
  const modifiers = ['Alt', 'AltGraph', 'Control', 'Meta', 'Shift'];
  fc.assert(
    fc.property(input, (some) => {
      fc.pre((some.meta || (some.control && !some.alt)) && !modifiers.includes(some.key));
      expect(mayPress('kiosk', some)).toBe(false);
    }),
  );
});

test('a key that is refused does not reach the page', () => {
  const contents = new ContentsDouble({ origin: 'pravesh://kiosk', parent: null });
  guardKeys(contents, 'kiosk');
  const reaches = (input: object) => {
    let isPrevented = false;
    const preventDefault = () => {
      isPrevented = true;
    };
    contents.emit('before-input-event', { preventDefault }, input);
    return !isPrevented;
  };
  expect([reaches(press('a')), reaches(press('F12')), reaches(press('w', 'control'))]).toEqual([true, false, false]);
});
