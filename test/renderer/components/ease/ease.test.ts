/** What makes the terminal easier for one visitor, and that it ends with the visit. */
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { createEase } from '../../../../renderer/components/ease/ease.ts';
import { createSpeaker } from '../../../../renderer/i18n/speaker.ts';
import type { Screen } from '../../../../renderer/store/screen.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';

/** A visit is under way; nothing else of the screen matters here. */
const under = { name: 'purpose' } as Screen;

function begin() {
  const clock = buildFakeClock();
  const screen = signal<Screen>({ name: 'start' });
  const root = { dataset: {} as Record<string, string> };
  const page = { documentElement: root, addEventListener() {} } as unknown as Document;
  const ease = createEase({ store: { screen, send() {} }, speaker: createSpeaker(), clock, page, tellVoice() {} });
  return { clock, screen, ease, told: () => root.dataset.ease };
}

it('turns each aid on and off again, and tells the style sheets', () => {
  const { ease, told } = begin();
  expect(told()).toBe('');
  ease.turn('large');
  ease.turn('contrast');
  expect(told()).toBe('large contrast');
  ease.turn('large');
  expect(told()).toBe('contrast');
});

it('ends with the visit', () => {
  const { ease, screen, told } = begin();
  ease.turn('reach');
  screen.value = under;
  expect(told()).toBe('reach');
  screen.value = { name: 'start' };
  expect(told()).toBe('');
});

it('is forgotten when it was chosen at the start and nobody begins, and stays while somebody is here', () => {
  const { ease, screen, clock, told } = begin();
  ease.turn('large');
  clock.advance(59_000);
  expect(told()).toBe('large');
  clock.advance(2_000);
  expect(told()).toBe('');
  ease.turn('large');
  screen.value = under;
  clock.advance(120_000);
  expect(told()).toBe('large');
});
