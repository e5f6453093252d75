import { describe, expect, it } from 'vitest';
import { en } from '../../../../renderer/i18n/en.ts';
import { hi } from '../../../../renderer/i18n/hi.ts';
import { buildSay } from '../../../../renderer/i18n/say.ts';
import { purposeLabel } from '../../../../renderer/screens/purpose/purpose-screen.tsx';

const english = buildSay('en', en);
const hindi = buildSay('hi', hi);

describe('purposeLabel', () => {
  it('prefers the words of the venue in this language', () => {
    const labels = { visitor: { en: 'Guest', hi: 'अतिथि' } };
    expect(purposeLabel('visitor', labels, 'hi', hindi)).toBe('अतिथि');
  });

  it('takes ours before the words of the venue in another language', () => {
    expect(purposeLabel('visitor', { visitor: { en: 'Guest' } }, 'hi', hindi)).toBe(hi['purpose.visitor']);
    expect(purposeLabel('employee', {}, 'en', english)).toBe('I work here');
  });

  it('takes what there is where we have no words', () => {
    expect(purposeLabel('patient', { patient: { en: 'Patient' } }, 'hi', hindi)).toBe('Patient');
    expect(purposeLabel('patient', { patient: { ta: 'நோயாளி' } }, 'hi', hindi)).toBe('நோயாளி');
    expect(purposeLabel('patient', {}, 'en', english)).toBe('patient');
    expect(purposeLabel('constructor', {}, 'en', english)).toBe('constructor');
  });
});
