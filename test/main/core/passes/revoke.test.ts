/** The list of passes, and what becomes of one that staff take back. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problem } from '../../../../main/contract/public.ts';
import { openForReading } from '../../../../main/core/db/database.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { openTerminal, operator, refused } from './pass-rig.ts';

const hourMs = 3_600_000;

test('the list has the passes that hold, newest first, and says which are revoked', async () => {
  const { handlers, pass, clock } = openTerminal();
  const list = () => handlers['pass.list'](operator, {});
  await pass();
  clock.advance(hourMs);
  await pass({ status: 1 });
  await handlers['pass.revoke'](operator, { pass: '1', reason: 'lost' });
  expect(await list()).toEqual({
    ok: true,
    value: {
      passes: [
        {
          seq: 3,
          purpose: 'employee',
          issuedAt: '2026-06-15T05:30:00.000Z',
          expiresAt: '2026-06-15T17:30:00.000Z',
          revoked: false,
        },
        {
          seq: 1,
          purpose: 'employee',
          issuedAt: '2026-06-15T04:30:00.000Z',
          expiresAt: '2026-06-15T16:30:00.000Z',
          revoked: true,
        },
      ],
      more: false,
    },
  });
  clock.advance(11 * hourMs);
  expect(await list()).toMatchObject({ value: { passes: [{ seq: 3 }] } });
});

test.each([
  ['its entry number', ({ seq }: Marks) => String(seq)],
  ['its check code', ({ code }: Marks) => code],
  ['its check code as people read it', ({ code }: Marks) => ` ${code.slice(0, 4)} ${code.slice(4).toLowerCase()} `],
  ['its token', ({ token }: Marks) => token],
  ['the number of an entry that it led to', ({ used }: Marks) => `#${used}`],
  ['the check code of an entry that it led to', ({ usedCode }: Marks) => usedCode],
])('it is revoked by %s, with a row that names who and why', async (_by, mark) => {
  const { handlers, pass, use, rows, codeOf, clock } = openTerminal();
  const { token } = await pass();
  const used = await use(token);
  const usedCode = used.ok && used.value.state === 'decided' ? used.value.checkCode : '';
  clock.advance(5_000);
  const marks = { seq: 1, code: codeOf(1), token, used: 3, usedCode };
  expect(await handlers['pass.revoke'](operator, { pass: mark(marks), reason: 'lost' })).toMatchObject({ ok: true });
  expect(await use(token)).toEqual(refused('revoked'));
  expect(rows().at(-1)).toMatchObject({
    outcome: 'act',
    channel: 'operator',
    operator: 'abc234',
    reason: 'pass-revoke 1: lost',
  });
});

interface Marks {
  readonly seq: number;
  readonly code: string;
  readonly token: string;
  readonly used: number;
  readonly usedCode: string;
}

test('a pass of another terminal is revoked here, by its token, and is still taken there', async () => {
  const first = openTerminal();
  const { clock } = first;
  const second = openTerminal({ terminal: 'gate-2', clock, passes: { trust: [first.keyText] } });
  const { token } = await first.pass();
  expect(await second.handlers['pass.revoke'](operator, { pass: token, reason: 'lost' })).toEqual({
    ok: true,
    value: { seq: 1 },
  });
  expect(second.rows().at(-1)).toMatchObject({ reason: 'pass-revoke gate-1/1: lost' });
  expect(await second.use(token)).toEqual(refused('revoked'));
  expect(await first.use(token)).toMatchObject({ ok: true });
});

test('a pass of another terminal that let somebody in here is revoked by that entry', async () => {
  const first = openTerminal();
  const { clock } = first;
  const second = openTerminal({ terminal: 'gate-2', clock, passes: { trust: [first.keyText] } });
  const { token } = await first.pass();
  await second.use(token);
  expect(await second.handlers['pass.revoke'](operator, { pass: '1', reason: 'lost' })).toMatchObject({ ok: true });
  expect(second.rows().at(-1)).toMatchObject({ reason: 'pass-revoke of 1: lost' });
  expect(await second.use(token)).toEqual(refused('revoked'));
});

test('a reason that holds a mobile number is not taken', async () => {
  const { handlers, pass, rows } = openTerminal();
  await pass();
  expect(await handlers['pass.revoke'](operator, { pass: '1', reason: 'of 98765 43210' })).toEqual(
    problem('invalid-input', { fields: [{ path: 'reason', problem: 'names-the-person' }] }),
  );
  expect(rows()).toHaveLength(2);
});

test('a pass that was used a moment ago is stopped at once', async () => {
  const { handlers, pass, use } = openTerminal();
  const { token } = await pass();
  await use(token);
  await handlers['pass.revoke'](operator, { pass: token, reason: 'lost' });
  expect(await use(token)).toEqual(refused('revoked'));
});

test('revoked twice it is one act; where the log cannot be written it is none', async () => {
  const { handlers, pass, rows, use, world } = openTerminal();
  const { token } = await pass();
  const revoke = () => handlers['pass.revoke'](operator, { pass: '1', reason: 'lost' });
  world.logWorks = false;
  expect(await revoke()).toEqual(problem('log-unavailable'));
  world.logWorks = true;
  expect(await use(token)).toMatchObject({ ok: true });
  expect(await revoke()).toEqual({ ok: true, value: { seq: 1 } });
  expect(await revoke()).toEqual({ ok: true, value: { seq: 1 } });
  expect(rows().filter(({ reason }) => reason?.startsWith('pass-revoke'))).toHaveLength(1);
});

test('what is no pass that holds cannot be revoked', async () => {
  const { handlers, pass, visit, clock } = openTerminal();
  const { token } = await pass();
  visit();
  const revoke = (text: string) => handlers['pass.revoke'](operator, { pass: text, reason: 'lost' });
  for (const text of ['0', '2', '3', '4', 'ABCD EFGH', 'nothing', `${token}A`, token.replace(/^e/, 'f')]) {
    expect(await revoke(text), text).toEqual(problem('not-found'));
  }
  clock.advance(12 * hourMs);
  expect(await revoke(token)).toEqual(problem('not-found'));
  expect(await revoke('1')).toEqual(problem('not-found'));
});

test('a revocation is on the disk, and forgotten with its pass', async () => {
  const data = join(makeTemporaryFolder(), 'data');
  const { handlers, pass, visit, clock } = openTerminal({ data });
  await pass();
  await handlers['pass.revoke'](operator, { pass: '1', reason: 'lost' });
  const kept = () => {
    const database = openForReading(join(data, 'pravesh.db'));
    const counts = ['passes', 'pass_revocations'].map((table) =>
      database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    );
    database.close();
    return counts;
  };
  expect(kept()).toEqual([1, 1]);
  clock.advance(12 * hourMs);
  visit();
  expect(kept()).toEqual([1, 1]);
  await pass();
  expect(kept()).toEqual([1, 0]);
});
