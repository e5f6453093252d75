import { describe, expect, it } from 'vitest';
import { en } from '../../../../renderer/i18n/en.ts';
import { buildSay } from '../../../../renderer/i18n/say.ts';
import { mobileWords, nameWords } from '../../../../renderer/screens/details/field-words.ts';
import { emptyDraft, type ScreenOf } from '../../../../renderer/store/screen.ts';

const say = buildSay('en', en);

function details(changes: Partial<ScreenOf<'details'>> & { fullName?: string; mobileNumber?: string }) {
  const { fullName = '', mobileNumber = '', ...rest } = changes;
  const screen: ScreenOf<'details'> = {
    name: 'details',
    draft: { ...emptyDraft, fullName, mobileNumber },
    left: [],
    answer: undefined,
    ...rest,
  };
  return screen;
}

describe('the words beside the fields', () => {
  it('say nothing while the first characters are typed', () => {
    expect(nameWords(details({ fullName: '1' }), 100, say)).toBeUndefined();
    expect(mobileWords(details({ mobileNumber: '98' }), say)).toBeUndefined();
  });

  it('say at once what more typing cannot mend', () => {
    expect(nameWords(details({ fullName: 'As@' }), 100, say)).toBe(en['details.nameCharacters']);
    expect(mobileWords(details({ mobileNumber: '98765432101' }), say)).toBe(en['details.mobileLong']);
    expect(mobileWords(details({ mobileNumber: '9a' }), say)).toBe(en['details.mobileCharacters']);
  });

  it('say everything once a field was left', () => {
    const left = ['fullName', 'mobileNumber'] as const;
    expect(nameWords(details({ fullName: '12', left }), 100, say)).toBe(en['details.nameLetters']);
    expect(nameWords(details({ left }), 100, say)).toBe(en['details.nameEmpty']);
    expect(nameWords(details({ fullName: 'a'.repeat(101), left }), 100, say)).toBe(en['details.nameLong']);
    expect(mobileWords(details({ left }), say)).toBe(en['details.mobileEmpty']);
    expect(mobileWords(details({ mobileNumber: '987654321', left }), say)).toBe('One digit is missing.');
    expect(mobileWords(details({ mobileNumber: '98765', left }), say)).toBe('5 digits are missing.');
  });

  it('hint at a first digit that no mobile number has', () => {
    expect(mobileWords(details({ mobileNumber: '1234567890' }), say)).toBe(en['details.mobileStart']);
  });

  it('tell which field the core did not take', () => {
    const answer = { kind: 'refused-fields', fields: ['fullName'] } as const;
    const screen = details({ fullName: 'Asha', mobileNumber: '9876543210', answer });
    expect(nameWords(screen, 100, say)).toBe(en['details.notTaken']);
    expect(mobileWords(screen, say)).toBeUndefined();
  });
});
