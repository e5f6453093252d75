/** "I do not agree": what the row says of it, for whom, and how many are counted. */
import { expect, test } from 'vitest';
import { buildDeclineService } from '../../../../main/core/consent/decline.ts';
import { buildNotices } from '../../../../main/core/consent/notices.ts';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildSettings } from '../../../support/settings.ts';

const shop = { id: 'k3v9x2mq', name: 'Ticket shop', purposes: ['visitor'], nonce: 'order-1' };

function start() {
  const settings = buildSettings();
  const notices = buildNotices(settings);
  const clock = buildFakeClock();
  const drafts: EntryDraft[] = [];
  const append = async (draft: EntryDraft) => {
    drafts.push(draft);
    return { id: 'entry', seq: drafts.length, checkCode: '7KQ2M9XB' };
  };
  return { notices, clock, drafts, decline: buildDeclineService({ settings, notices, append, clock }) };
}

test('a visitor of a party declines the notice that names it, and the row is the party’s', async () => {
  const { notices, drafts, decline } = start();
  const theirs = notices.of(shop);
  const input = { purpose: 'visitor', locale: 'en', version: theirs.version } as const;
  expect(await decline({ channel: 'embed', party: shop }, input)).toEqual({ ok: true, value: { seq: 1 } });
  expect(drafts).toEqual([
    {
      outcome: 'declined',
      channel: 'embed',
      purpose: 'visitor',
      consent: { version: theirs.version, locale: 'en', hash: theirs.read('en')?.hash },
      party: { id: 'k3v9x2mq', nonce: 'order-1' },
    },
  ]);
});

test('the notice of the kiosk is not that of a party, nor the other way round', async () => {
  const { notices, decline } = start();
  const outdated = { ok: false, error: { code: 'consent-outdated' } };
  const own = { locale: 'en', version: notices.version } as const;
  expect(await decline({ channel: 'embed', party: shop }, own)).toMatchObject(outdated);
  const theirs = { locale: 'en', version: notices.of(shop).version } as const;
  expect(await decline({ channel: 'kiosk' }, theirs)).toMatchObject(outdated);
});

test('a purpose that the party does not have is not offered', async () => {
  const { notices, decline } = start();
  const input = { purpose: 'employee', locale: 'en', version: notices.of(shop).version } as const;
  const refused = { code: 'invalid-input', fields: [{ path: 'purpose', problem: 'not-offered' }] };
  expect(await decline({ channel: 'embed', party: shop }, input)).toMatchObject({ ok: false, error: refused });
});

test('pages that decline too often leave the kiosk its own room', async () => {
  const { notices, clock, decline } = start();
  const theirs = { locale: 'en', version: notices.of(shop).version } as const;
  const own = { locale: 'en', version: notices.version } as const;
  for (let count = 0; count < 30; count += 1) {
    await decline({ channel: 'embed', party: shop }, theirs);
  }
  const waits = { ok: false, error: { code: 'too-many-requests', retryAfterMs: 60_000 } };
  expect(await decline({ channel: 'embed', party: shop }, theirs)).toMatchObject(waits);
  expect(await decline({ channel: 'kiosk' }, own)).toMatchObject({ ok: true });
  clock.advance(60_000);
  expect(await decline({ channel: 'embed', party: shop }, theirs)).toMatchObject({ ok: true });
});
