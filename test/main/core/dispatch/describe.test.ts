/** What a kiosk says of itself: where a person is found, in the visitor's language. */
import { expect, test } from 'vitest';
import type { Settings } from '../../../../main/core/config/settings.ts';
import { buildNotices } from '../../../../main/core/consent/notices.ts';
import { describeKiosk } from '../../../../main/core/dispatch/describe.ts';
import { buildSettings } from '../../../support/settings.ts';

function describeWith(contact: Settings['privacy']['contact']) {
  const settings = buildSettings({ privacy: { ...buildSettings().privacy, contact } });
  return describeKiosk(settings, buildNotices(settings), { state: 'in-service' });
}

test('one text for the desk stands under each language, and texts by language as they are', () => {
  expect(describeWith({ desk: 'Room 3' }).display.helpPoint).toEqual({ en: 'Room 3', hi: 'Room 3' });
  expect(describeWith({ desk: { en: 'Room 3', hi: 'कमरा 3' } }).display.helpPoint).toEqual({
    en: 'Room 3',
    hi: 'कमरा 3',
  });
});

test('where the venue says nothing the face uses words of its own', () => {
  expect(describeWith({}).display).not.toHaveProperty('helpPoint');
});
