/** Staff learn of a language that a visitor asked to be read to in and that this machine has no voice for. */
import { expect, it } from 'vitest';
import type { Locale } from '../../../../main/contract/public.ts';
import { buildVoices } from '../../../../main/core/health/voices.ts';

const kiosk = { kind: 'kiosk', session: 's' } as never;

it('says nothing before, names what is missing, and takes it back', async () => {
  const { handlers, check } = buildVoices();
  const report = (locale: Locale, speaks: boolean) => handlers['voice.report'](kiosk, { locale, speaks });
  expect(check()).toBeUndefined();
  await report('en', true);
  expect(check()).toBeUndefined();
  await report('hi', false);
  await report('or', false);
  await report('or', false);
  expect(check()).toMatchObject({ name: 'voices', ok: false, detail: 'none for Hindi, Odia' });
  await report('hi', true);
  await report('or', true);
  expect(check()).toBeUndefined();
});
