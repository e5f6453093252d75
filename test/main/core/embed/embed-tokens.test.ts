/** The register of pages outside the kiosk: whose a token is, for how long, and who makes room. */
import { beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../../../main/core/dispatch/caller.ts';
import {
  buildEmbedTokens,
  type EmbedTokens,
  idleMs,
  mostOpen,
  mostOpenOfParty,
  silentMs,
} from '../../../../main/core/embed/embed-tokens.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';

let clock: FakeClock;
let tokens: EmbedTokens;

beforeEach(() => {
  clock = buildFakeClock();
  tokens = buildEmbedTokens(clock, buildFakeRandom());
});

function pageOf(party: string, id = 'page'): Caller & { readonly kind: 'embed' } {
  return { kind: 'embed', id, party: { id: party, purposes: ['visitor'] } };
}

/** Opens a page that there is room for. */
function open(party: string): string {
  return tokens.open(pageOf(party))?.token ?? expect.fail('there is no room');
}

test('a token is 256 random bits that lead to its caller, and no other text leads anywhere', () => {
  const caller = pageOf('k3v9x2mq');
  const token = tokens.open(caller)?.token ?? '';
  expect(token).toMatch(/^pve_[A-Za-z0-9_-]{43}$/);
  expect(tokens.callerOf(token)).toEqual(caller);
  expect(tokens.callerOf(`${token}x`)).toBeUndefined();
  expect(tokens.callerOf('')).toBeUndefined();
  expect(open('k3v9x2mq')).not.toBe(token);
});

test('a page that is left alone for a quarter of an hour is nobody, one that asks stays', () => {
  const left = open('k3v9x2mq');
  const used = open('k3v9x2mq');
  clock.advance(idleMs - 1);
  expect(tokens.callerOf(used)).toBeDefined();
  clock.advance(1);
  expect(tokens.callerOf(left)).toBeUndefined();
  expect(tokens.callerOf(used)).toBeDefined();
});

test('a token for a fixed time ends then, however often it is asked for', () => {
  const { token } = tokens.issue(pageOf('k3v9x2mq'), 60_000);
  clock.advance(59_999);
  expect(tokens.callerOf(token)).toBeDefined();
  clock.advance(1);
  expect(tokens.callerOf(token)).toBeUndefined();
});

test('what was given out can be ended', () => {
  const page = tokens.open(pageOf('k3v9x2mq'));
  const phone = tokens.issue({ kind: 'embed', id: 'phone' }, 60_000);
  page?.end();
  phone.end();
  expect([page?.token ?? '', phone.token].map(tokens.callerOf)).toEqual([undefined, undefined]);
});

test('the pages of a party end together, those of others stay', () => {
  const theirs = [open('k3v9x2mq'), open('k3v9x2mq')];
  const others = open('aaaaaaaa');
  tokens.endParty('k3v9x2mq');
  expect(theirs.map(tokens.callerOf)).toEqual([undefined, undefined]);
  expect(tokens.callerOf(others)).toBeDefined();
});

test('a party has its own room: whoever is in the middle of something is not put out, the most silent page is', () => {
  const first = open('k3v9x2mq');
  const second = open('k3v9x2mq');
  for (let count = 2; count < mostOpenOfParty; count += 1) {
    open('k3v9x2mq');
  }
  expect(tokens.open(pageOf('k3v9x2mq'))).toBeUndefined();
  expect(tokens.callerOf(open('aaaaaaaa'))).toBeDefined();
  clock.advance(silentMs);
  expect(tokens.callerOf(first)).toBeDefined();
  const next = open('k3v9x2mq');
  expect([first, second, next].map((token) => tokens.callerOf(token) !== undefined)).toEqual([true, false, true]);
});

test('all parties together have so much room and no more', () => {
  for (let count = 0; count < mostOpen; count += 1) {
    open(`party${String(count % 5).padStart(3, '0')}`);
  }
  expect(tokens.open(pageOf('aaaaaaaa'))).toBeUndefined();
  clock.advance(silentMs);
  expect(tokens.open(pageOf('aaaaaaaa'))).toBeDefined();
});

test('nothing is left after the end', () => {
  const page = open('k3v9x2mq');
  const phone = tokens.issue({ kind: 'embed', id: 'phone' }, 60_000).token;
  tokens.close();
  expect([page, phone].map(tokens.callerOf)).toEqual([undefined, undefined]);
});
