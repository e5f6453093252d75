/** `pravesh operator`: on a data folder alone, beside a running kiosk, and without a PIN in any place that others read. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { buildOperatorCommand } from '../../../main/cli/commands/operator.ts';
import { openLocalDoor } from '../../../main/platform/local-door.ts';
import { openTestKiosk } from '../../support/open-test-kiosk.ts';
import { goodPin, localCaller } from '../../support/operators.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { collectIo } from './collect-io.ts';
import { rowsOf } from './entries/desk-folder.ts';

const config = `site: {id: hq, name: Head Office, terminal: gate-1}
upstream: {baseUrl: "https://upstream.example/api", apiKey: key-of-the-test}
policy: {purposes: {visitor: {admit: [2]}}}
`;

let data: string;
beforeEach(() => {
  data = makeTemporaryFolder();
  writeFileSync(join(data, 'pravesh.yml'), config);
});

/** Runs the command; what is piped comes from no terminal. */
async function operator(args: readonly string[], piped = '') {
  const io = collectIo();
  const input = Readable.from([piped]);
  const command = buildOperatorCommand(() => ({ input, show: () => {} }));
  return { code: await command.run([...args, '--data', data], io), out: io.outLines, err: io.errLines.join('\n') };
}

const addMeera = (pin = goodPin) =>
  operator(['add', '--name', 'Meera', '--role', 'manager', '--pin-stdin', '--json'], `${pin}\n`);
const reasons = () => rowsOf(data).map(({ operator: who, reason }) => `${who} ${reason}`);

/** Adds somebody and answers the identifier. */
async function added(): Promise<string> {
  const { out } = await addMeera();
  const { id }: { id: string } = JSON.parse(out.join());
  return id;
}

describe('without a kiosk', () => {
  it('makes the first operator in a folder that has no log yet', async () => {
    const { code, out } = await addMeera();
    expect(code).toBe(0);
    const made = JSON.parse(out.join());
    expect(made).toMatchObject({ name: 'Meera', role: 'manager', state: 'active' });
    expect(reasons()).toEqual([`local operator-add ${made.id} manager`]);
    const list = await operator(['list']);
    expect(list.out.join('\n')).toMatch(new RegExp(`^ID .*\n${made.id} +Meera +manager +active`));
    expect(JSON.parse((await operator(['list', '--json'])).out.join())).toEqual({ operators: [made] });
  });

  it.each([
    ['123456', 'are a row'],
    ['111111', 'repeat'],
    ['150890', 'a date'],
    ['147258', 'try first'],
    ['1234', 'six to twelve'],
  ])('takes no PIN like %s, and says why', async (pin, words) => {
    const { code, err, out } = await addMeera(pin);
    expect([code, out]).toEqual([1, []]);
    expect(err).toContain(words);
    expect(err).not.toContain(pin);
  });

  it('says no where a name is taken, nobody is meant, or the last manager would go', async () => {
    const id = await added();
    const refusals = [await addMeera(), await operator(['disable', 'nobody']), await operator(['disable', id])];
    expect(refusals.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(refusals.map(({ err }) => err)).toEqual([
      expect.stringContaining('of this name'),
      expect.stringContaining('no operator'),
      expect.stringContaining('last manager'),
    ]);
    expect(reasons()).toHaveLength(1);
  });

  it('disables, resets and makes a recovery code, each with its row', async () => {
    const id = await added();
    await operator(['add', '--name', 'Ravi', '--role', 'manager', '--pin-stdin'], '739164\r\n');
    expect(await operator(['disable', id])).toMatchObject({ code: 0, out: [`${id}, Meera, may not unlock any more`] });
    expect(await operator(['reset', id, '--pin-stdin'], '640382')).toMatchObject({ code: 0 });
    const { out } = await operator(['recovery-code', '--json']);
    expect(JSON.parse(out.join())).toEqual({ code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) });
    expect(reasons().slice(2)).toEqual([
      `local operator-disable ${id}`,
      `local operator-reset ${id}`,
      'local recovery-code',
    ]);
    expect(JSON.stringify(rowsOf(data))).not.toMatch(/482915|739164|640382/);
  });

  it.each([
    [['add', '--role', 'manager'], '--name'],
    [['add', '--name', 'x', '--role', 'owner'], '--role'],
    [['disable'], 'ID is missing'],
    [['list', 'abc123'], 'takes no ID'],
    [['reset', 'ABC'], 'six letters and digits'],
    [['list', '--role', 'manager'], 'takes no --role'],
    [['promote'], 'takes add, list'],
  ])('is told what %j lacks', async (args, words) => {
    const { code, err } = await operator(args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('takes a PIN from no argument, and none where there is no terminal', async () => {
    const { code, err } = await operator(['add', '--name', 'x', '--role', 'manager', '--pin', goodPin]);
    expect(code).toBe(2);
    expect(err).toContain("'--pin'");
    expect((await operator(['add', '--name', 'x', '--role', 'manager'])).err).toContain('--pin-stdin');
    expect((await operator(['add', '--name', 'x', '--role', 'manager', '--pin-stdin'])).err).toContain('no PIN');
  });
});

describe('at a terminal', () => {
  /** Types a line at each question; nothing that is typed may be shown. */
  async function typing(...lines: string[]) {
    const io = collectIo();
    const input = Object.assign(new PassThrough(), { isTTY: true });
    let shown = '';
    const show = (text: string) => {
      shown += text;
      if (text.endsWith(': ')) {
        input.write(lines.shift() ?? '\u0003');
      }
    };
    const command = buildOperatorCommand(() => ({ input, show }));
    const code = await command.run(['add', '--name', 'Meera', '--role', 'manager', '--data', data], io);
    return { code, shown, err: io.errLines.join('\n'), out: io.outLines };
  }

  it('asks twice, shows nothing of it, and asks again where a PIN is refused or is not the same', async () => {
    const { code, shown, err } = await typing('111111\r', '111111\r', '482915\r', '482951\r', '482915\r', '482915\r');
    expect(code).toBe(0);
    expect(shown.match(/New PIN/g)).toHaveLength(3);
    expect(shown).not.toMatch(/\d/);
    expect(err).toContain('repeat');
    expect(err).toContain('not the same');
  });

  it('changes nothing when somebody leaves', async () => {
    const { code, err } = await typing('482915\r');
    expect(code).toBe(2);
    expect(err).toContain('nothing was changed');
  });
});

describe('beside a running kiosk', () => {
  it('has it do what is asked, so that it holds at once', async () => {
    const test = await openTestKiosk();
    data = test.data;
    writeFileSync(join(data, 'pravesh.yml'), config);
    const closeDoor = await openLocalDoor(data, (name, input) => test.kiosk.call(name, localCaller, input));
    onTestFinished(closeDoor);
    const id = await added();
    const window = test.kiosk.client({ kind: 'kiosk', id: 'one' });
    expect(await window['operator.unlock']({ pin: goodPin })).toMatchObject({ ok: true });
    expect(await operator(['reset', id, '--pin-stdin'], '739164\n')).toMatchObject({ code: 0 });
    expect(await window['operator.get']({})).toMatchObject({ ok: false });
    expect((await operator(['disable', id])).err).toContain('last manager');
    expect((await addMeera('654321')).err).toContain('are a row');
  });

  it('says so where it cannot be asked', async () => {
    const test = await openTestKiosk();
    data = test.data;
    writeFileSync(join(data, 'pravesh.yml'), config);
    const { code, err } = await operator(['list']);
    expect(code).toBe(2);
    expect(err).toContain('Another Pravesh');
  });
});
