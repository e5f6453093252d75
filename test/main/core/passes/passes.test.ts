/** Passes from the visit that they are given out for to the visits that they lead to, with the log beside them. */
import { expect, test } from 'vitest';
import { problem } from '../../../../main/contract/public.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { openTerminal, operator, refused, visitor } from './pass-rig.ts';

const hourMs = 3_600_000;

test('an admitted visitor gets a pass, once, and the row says so before it is shown', async () => {
  const { handlers, visit, rows } = openTerminal();
  const id = visit();
  const first = await handlers['pass.issue'](visitor, { id });
  const again = await handlers['pass.issue'](visitor, { id });
  expect(again).toEqual(first);
  expect(first).toMatchObject({ ok: true, value: { expiresAt: '2026-06-15T16:30:00.000Z' } });
  expect(
    rows().map(({ outcome, channel, reason, subject_ref }) => [outcome, channel, reason, subject_ref === null]),
  ).toEqual([
    ['admitted', 'kiosk', null, false],
    ['act', 'kiosk', 'pass-issue 1', true],
  ]);
});

test('nobody else gets one: not who is not admitted, not for another purpose, not of another caller', async () => {
  const { handlers, visit, rows } = openTerminal();
  const issue = (id: string, caller = visitor) => handlers['pass.issue'](caller, { id });
  expect(await issue(visit({ outcome: 'refused', status: 0 }))).toEqual(problem('conflict'));
  expect(await issue(visit({ outcome: 'referred', status: 1 }))).toEqual(problem('conflict'));
  expect(await issue(visit({ purpose: 'visitor' }))).toEqual(problem('conflict'));
  expect(await issue(visit(), { kind: 'kiosk', id: 'another' })).toEqual(problem('not-found'));
  expect(await issue('nobody')).toEqual(problem('not-found'));
  expect(rows().filter(({ outcome }) => outcome === 'act')).toEqual([]);
});

test('a row whose time is in doubt is worth no pass', async () => {
  const { handlers, visit, clock } = openTerminal();
  visit();
  clock.jump(-hourMs);
  expect(await handlers['pass.issue'](visitor, { id: visit() })).toEqual(problem('conflict'));
});

test('where the log cannot be written there is no pass', async () => {
  const { handlers, visit, world } = openTerminal();
  const id = visit();
  world.logWorks = false;
  expect(await handlers['pass.issue'](visitor, { id })).toEqual(problem('log-unavailable'));
  world.logWorks = true;
  expect(await handlers['pass.issue'](visitor, { id })).toMatchObject({ ok: true });
});

test('a pass admits with a row that names it and nobody, in the language of the moment', async () => {
  const { handlers, pass, rows, settings } = openTerminal();
  const { token } = await pass();
  const used = await handlers['pass.use'](visitor, { token, locale: 'hi' });
  const [original, , row] = rows();
  expect(used).toEqual({
    ok: true,
    value: {
      id: expect.stringMatching(/^[\w-]{22}$/),
      state: 'decided',
      revision: 1,
      status: 2,
      decision: 'admitted',
      entryId: row?.id,
      seq: 3,
      checkCode: expect.any(String),
    },
  });
  expect(row).toMatchObject({
    seq: 3,
    outcome: 'admitted',
    channel: 'kiosk',
    purpose: 'employee',
    status: 2,
    policy: original?.policy,
    consent_version: original?.consent_version,
    consent_locale: 'hi',
    reason: `pass ${original?.id}`,
    operator: null,
    upstream_ref: null,
    subject_ref: null,
    subject_name: null,
    subject_mobile: null,
    subject_salt: null,
    subject_commitment: null,
  });
  expect(settings.kiosk.languages).toContain('hi');
});

test("today's rule decides, and a purpose that takes no passes any more takes none", async () => {
  const first = openTerminal();
  const { token } = await first.pass({ status: 1 });
  const strict = { employee: { admit: [2], refer: [1], label: {} } } as const;
  const trust = [first.keyText];
  const { clock } = first;
  const second = openTerminal({
    terminal: 'gate-2',
    clock,
    passes: { trust },
    settings: { policy: { purposes: strict } },
  });
  expect(await second.use(token)).toMatchObject({ ok: true, value: { decision: 'referred', status: 1 } });
  expect(second.rows().at(-1)).toMatchObject({ outcome: 'referred', reason: expect.stringMatching(/^pass /) });
  const third = openTerminal({ terminal: 'gate-3', clock, passes: { trust, purposes: ['visitor'] } });
  expect(await third.use(token)).toEqual(refused('not-offered'));
});

test('typed twice within five seconds, also at once, it is one visit; after that it is another', async () => {
  const { pass, use, rows, clock } = openTerminal();
  const { token } = await pass();
  const [one, two] = await Promise.all([use(token), use(token)]);
  expect(one).toMatchObject({ ok: true, value: { seq: 3 } });
  expect(two).toEqual(one);
  clock.advance(4_999);
  expect(await use(token)).toEqual(one);
  clock.advance(1);
  expect(await use(token)).toMatchObject({ ok: true, value: { seq: 4 } });
  expect(rows()).toHaveLength(4);
});

test('a use that could not be written is not remembered as one', async () => {
  const { pass, use, world } = openTerminal();
  const { token } = await pass();
  world.logWorks = false;
  expect(await use(token)).toEqual(problem('log-unavailable'));
  world.logWorks = true;
  expect(await use(token)).toMatchObject({ ok: true });
});

test('it holds to the second, and no longer than passes hold where it is shown', async () => {
  const { pass, use, clock, keyText } = openTerminal();
  const short = openTerminal({ terminal: 'gate-2', clock, passes: { hours: 2, trust: [keyText] } });
  // Terminals whose notices differ take no passes of each other: these two differ in their hours.
  const { token } = await pass();
  expect(await short.use(token)).toEqual(problem('consent-outdated'));
  clock.advance(2 * hourMs);
  expect(await short.use(token)).toEqual(refused('expired'));
  clock.advance(10 * hourMs - 1);
  expect(await use(token)).toMatchObject({ ok: true });
  clock.advance(1);
  expect(await use(token)).toEqual(refused('expired'));
});

test('a clock that is set back does not bring an expired pass back, nor does a restart with it', async () => {
  const clock = buildFakeClock(Date.parse('2026-06-15T04:30:00.000Z'));
  const { pass, use, visit } = openTerminal({ clock });
  const { token } = await pass();
  clock.jump(13 * hourMs);
  visit();
  clock.jump(-12 * hourMs);
  expect(await use(token)).toEqual(refused('clock'));
  // Also when rows were written with the wrong clock since.
  for (let row = 0; row < 20; row += 1) {
    visit();
  }
  expect(await use(token)).toEqual(refused('clock'));
  clock.jump(-20 * 365 * 24 * hourMs);
  expect(await use(token)).toEqual(refused('clock'));
});

test('a clock that ran ahead and was mended is believed again, and a small step back is no matter', async () => {
  const { pass, use, visit, clock } = openTerminal();
  clock.jump(48 * hourMs);
  visit();
  clock.jump(-48 * hourMs);
  visit();
  for (let row = 0; row < 100; row += 1) {
    visit();
  }
  const { token } = await pass();
  expect(await use(token)).toMatchObject({ ok: true });
  clock.advance(10_000);
  clock.jump(-60_000);
  expect(await use(token)).toMatchObject({ ok: true });
});

test('a pass from a time that is still to come is not taken', async () => {
  const clock = buildFakeClock(Date.parse('2026-06-15T04:30:00.000Z'));
  const ahead = openTerminal({ clock: buildFakeClock(Date.parse('2026-06-15T04:33:00.000Z')) });
  const here = openTerminal({ terminal: 'gate-2', clock, passes: { trust: [ahead.keyText] } });
  const { token } = await ahead.pass();
  expect(await here.use(token)).toEqual(refused('not-yet'));
  clock.advance(60_000);
  expect(await here.use(token)).toMatchObject({ ok: true });
});

test('another terminal of the site is trusted by its key, and another site never', async () => {
  const first = openTerminal();
  const { token } = await first.pass();
  const { clock } = first;
  const strange = openTerminal({ terminal: 'gate-2', clock });
  expect(await strange.use(token)).toEqual(refused('not-ours'));
  const friend = openTerminal({ terminal: 'gate-3', clock, passes: { trust: [first.keyText] } });
  expect(await friend.use(token)).toMatchObject({ ok: true, value: { seq: 1 } });
  const elsewhere = openTerminal({ site: 'depot', clock, passes: { trust: [first.keyText.replace('hq', 'depot')] } });
  expect(await elsewhere.use(token)).toEqual(refused('not-ours'));
});

test('a notice that has changed wants a new agreement', async () => {
  const first = openTerminal();
  const { token } = await first.pass();
  const privacy = { ...first.settings.privacy, keep: { min: '1 year', max: '2 years' } };
  const { clock, keyText } = first;
  const changed = openTerminal({ terminal: 'gate-2', clock, passes: { trust: [keyText] }, settings: { privacy } });
  expect(await changed.use(token)).toEqual(problem('consent-outdated'));
  expect(changed.rows()).toEqual([]);
});

test('a language that the kiosk does not offer is said so', async () => {
  const { handlers, pass } = openTerminal();
  const { token } = await pass();
  expect(await handlers['pass.use'](visitor, { token, locale: 'ta' })).toEqual(
    problem('invalid-input', { fields: [{ path: 'locale', problem: 'not-offered' }] }),
  );
});

test('who tries many is made to wait, and nothing of what was tried is in the diagnostic log', async () => {
  const { pass, use, clock, logged } = openTerminal();
  const { token } = await pass();
  const guess = `${token.slice(0, -10)}AAAAAAAAAA`;
  for (let time = 0; time < 20; time += 1) {
    expect(await use(guess)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  }
  expect(await use(token)).toMatchObject({ ok: false, error: { code: 'too-many-requests', retryAfterMs: 60_000 } });
  clock.advance(60_000);
  expect(await use(token)).toMatchObject({ ok: true });
  expect(logged.length).toBe(20);
  expect(JSON.stringify(logged)).not.toMatch(/eyJ|AAAA/);
});

test('a venue without passes has none, and makes no key for them', async () => {
  const { handlers, visit, use } = openTerminal({ passes: { purposes: [] } });
  const off = { ok: false, error: { code: 'conflict' } };
  expect(await handlers['pass.issue'](visitor, { id: visit() })).toMatchObject(off);
  expect(await use('x'.repeat(40))).toMatchObject(off);
  expect(await handlers['pass.list'](operator, {})).toMatchObject(off);
  expect(await handlers['pass.revoke'](operator, { pass: '1', reason: 'lost' })).toMatchObject(off);
});
