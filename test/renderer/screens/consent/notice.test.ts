import { describe, expect, it } from 'vitest';
import { linkIn } from '../../../../renderer/screens/consent/notice.tsx';

describe('linkIn', () => {
  it.each([
    ['Ask at the desk. Phone: 011 2345 6789. https://example.org/privacy', 'https://example.org/privacy'],
    ['See https://example.org/privacy.', 'https://example.org/privacy'],
    ['देखें https://example.org/privacy।', 'https://example.org/privacy'],
    ['Ask at the desk.', undefined],
  ])('finds in %j: %s', (text, link) => {
    expect(linkIn(text)).toBe(link);
  });
});
