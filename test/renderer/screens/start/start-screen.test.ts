import { describe, expect, it } from 'vitest';
import { spokenLanguages } from '../../../../renderer/i18n/languages.ts';
import { turnOf } from '../../../../renderer/screens/start/start-screen.tsx';

describe('turnOf', () => {
  it('gives each language three seconds, in the order of the venue', () => {
    const languages = spokenLanguages(['hi', 'en']);
    const turns = [0, 2_999, 3_000, 5_999, 6_000].map((now) => turnOf(languages, now)?.locale);
    expect(turns).toEqual(['hi', 'hi', 'en', 'en', 'hi']);
  });
});
