import { expect, it } from 'vitest';
import { isEverything, nothingChosen, toQuestion } from '../../../../renderer/operator/pages/entries/chosen.ts';

it('what is not chosen is not asked for', () => {
  expect(toQuestion(nothingChosen)).toEqual({ kind: 'list', input: { limit: 50 } });
  expect(toQuestion({ ...nothingChosen, text: ' Asha ', acts: true, outcome: 'fault' }, 7)).toEqual({
    kind: 'list',
    input: { text: 'Asha', outcome: 'fault', acts: true, limit: 50, before: 7 },
  });
});

it.each(['9876543210', '+91 98765 43210', '९८७६५४३२१०'])('a mobile number is asked for by itself: %s', (text) => {
  expect(toQuestion({ ...nothingChosen, text, outcome: 'admitted' })).toEqual({
    kind: 'find',
    input: { mobileNumber: '9876543210', limit: 50 },
  });
});

it.each(['123', '12345678', 'A1B2C3D4', 'Asha'])('other texts are not taken for one: %s', (text) => {
  expect(toQuestion({ ...nothingChosen, text })).toMatchObject({ kind: 'list', input: { text } });
});

it('acts are more of the list, not less', () => {
  expect(isEverything({ ...nothingChosen, acts: true })).toBe(true);
  expect(isEverything({ ...nothingChosen, from: '2026-01-31' })).toBe(false);
});
