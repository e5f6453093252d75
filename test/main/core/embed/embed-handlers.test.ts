/** How the embedded page begins: for whom, for what, and what it is told. */
import { expect, test } from 'vitest';
import type { InputOf } from '../../../../main/contract/public.ts';
import { buildEmbedHandlers, type EmbeddingParty } from '../../../../main/core/embed/embed-handlers.ts';
import { buildEmbedTokens, mostOpenOfParty } from '../../../../main/core/embed/embed-tokens.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';

const shop: EmbeddingParty = {
  id: 'k3v9x2mq',
  name: 'Ticket shop',
  origins: ['https://shop.example.in'],
  purposes: ['visitor', 'employee'],
};

function startPage(party: Partial<EmbeddingParty> = {}) {
  const tokens = buildEmbedTokens(buildFakeClock(), buildFakeRandom());
  const known = { ...shop, ...party };
  const handlers = buildEmbedHandlers({
    tokens,
    findParty: (id) => (id === known.id ? known : undefined),
    random: buildFakeRandom(),
  });
  const begin = async (input: Partial<InputOf<'embed.begin'>> = {}) => {
    return handlers['embed.begin']({ kind: 'public', id: 'public' }, { party: known.id, ...input });
  };
  return { tokens, begin };
}

test('a page is told its token, the purposes, and whose pages may know what happened', async () => {
  const { tokens, begin } = startPage();
  const begun = await begin({ nonce: 'order-1' });
  if (!begun.ok) {
    return expect.fail(begun.error.code);
  }
  const { token, ...rest } = begun.value;
  expect(rest).toEqual({
    expiresInMs: 900_000,
    purposes: ['visitor', 'employee'],
    origins: ['https://shop.example.in'],
    partyName: 'Ticket shop',
  });
  expect(tokens.callerOf(token)).toEqual({
    kind: 'embed',
    id: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
    party: { id: 'k3v9x2mq', name: 'Ticket shop', purposes: ['visitor', 'employee'], nonce: 'order-1' },
  });
});

test('the purpose of the page narrows what may be chosen, and nothing widens it', async () => {
  const { begin } = startPage({ purposes: ['visitor'] });
  expect(await begin()).toMatchObject({ ok: true, value: { purposes: ['visitor'] } });
  expect(await begin({ purpose: 'visitor' })).toMatchObject({ ok: true, value: { purposes: ['visitor'] } });
  const refused = { code: 'invalid-input', fields: [{ path: 'purpose', problem: 'not-offered' }] };
  expect(await begin({ purpose: 'employee' })).toMatchObject({ ok: false, error: refused });
  expect(await begin({ purpose: 'passenger' })).toMatchObject({ ok: false, error: refused });
});

test('nobody begins for a party that does not exist', async () => {
  const { begin } = startPage();
  expect(await begin({ party: 'aaaaaaaa' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('a party whose pages are all in use waits', async () => {
  const { begin } = startPage();
  for (let count = 0; count < mostOpenOfParty; count += 1) {
    await begin();
  }
  expect(await begin()).toMatchObject({ ok: false, error: { code: 'too-many-requests', retryAfterMs: 120_000 } });
});
