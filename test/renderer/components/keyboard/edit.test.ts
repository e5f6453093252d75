/** Text and caret after an insertion and after a deletion. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteBack, type Field, insertText } from '../../../../renderer/components/keyboard/edit.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Texts of the kinds that people type, and their edges: joined emoji, lone surrogates, conjuncts, signs alone. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('क', 'ष', 'ा', 'ि', '्', '़', 'ं', '\u200d', ' ', 'a') }),
);

const fields: fc.Arbitrary<Field> = fc
  .tuple(texts, fc.nat(), fc.nat())
  .map(([text, a, b]) => [text, a % (text.length + 1), b % (text.length + 1)] as const)
  .map(([text, a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) }));

describe('an insertion', () => {
  it('puts the text at the caret and the caret after it', () => {
    expect(insertText({ text: 'Asa', start: 2, end: 2 }, 'h')).toEqual({ text: 'Asha', caret: 3 });
    expect(insertText({ text: 'Asxxa', start: 2, end: 4 }, 'h')).toEqual({ text: 'Asha', caret: 3 });
  });

  it('keeps what stands before and after the selection', () => {
    fc.assert(
      fc.property(fields, texts, (field, typed) => {
        const { text, caret } = insertText(field, typed);
        expect(text.slice(0, caret)).toBe(field.text.slice(0, field.start) + typed);
        expect(text.slice(caret)).toBe(field.text.slice(field.end));
      }),
    );
  });

  it('changes nothing when the text would become too long', () => {
    fc.assert(
      fc.property(fields, texts, fc.nat(20), (field, typed, longest) => {
        const { text } = insertText(field, typed, longest);
        expect(text === field.text || text.length <= longest).toBe(true);
      }),
    );
    expect(insertText({ text: '98765', start: 1, end: 2 }, '43', 5)).toEqual({ text: '98765', caret: 2 });
  });
});

describe('a deletion', () => {
  it.each([
    ['कि', ''],
    ['राम', 'रा'],
    ['कुमारी', 'कुमा'],
    ['राठौड़', 'राठौ'],
    ['O’', 'O'],
    ['é', ''],
    ['e\u0301', ''],
    ['', ''],
  ])('takes a whole letter from %s', (text, left) => {
    expect(deleteBack({ text, start: text.length, end: text.length })).toEqual({ text: left, caret: left.length });
  });

  it('takes the selection and nothing else', () => {
    expect(deleteBack({ text: 'Asha Kumari', start: 4, end: 11 })).toEqual({ text: 'Asha', caret: 4 });
  });

  it('takes the letter before the caret and leaves what follows', () => {
    expect(deleteBack({ text: 'अआइ', start: 2, end: 2 })).toEqual({ text: 'अइ', caret: 1 });
    expect(deleteBack({ text: 'abc', start: 0, end: 0 })).toEqual({ text: 'abc', caret: 0 });
  });

  it('takes one letter at a time, from the end to the beginning', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const letters = Array.from(graphemes.segment(text));
        let left = text;
        for (const _ of letters) {
          const edit = deleteBack({ text: left, start: left.length, end: left.length });
          expect(edit.text.length).toBeLessThan(left.length);
          expect(text.startsWith(edit.text)).toBe(true);
          left = edit.text;
        }
        expect(left).toBe('');
      }),
    );
  });

  it('undoes the insertion of a letter', () => {
    const insertion = insertText({ text: 'Asha Kumari', start: 4, end: 4 }, 'x');
    expect(deleteBack({ text: insertion.text, start: insertion.caret, end: insertion.caret })).toEqual({
      text: 'Asha Kumari',
      caret: 4,
    });
  });
});
