/** A person asks at the desk: what is kept, and that it goes. Each answer is a row that tells of nobody. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadSettings } from '../../../../main/cli/settings.ts';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { openKiosk } from '../../../../main/core/kiosk.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { openLocalDoor } from '../../../../main/platform/local-door.ts';
import { buildPorts } from '../../../../main/platform/ports.ts';
import { asha, entries, makeDeskFolder, rowsOf } from './desk-folder.ts';

const held = (data: string) =>
  rowsOf(data)
    .filter(({ subject_ref }) => subject_ref !== null)
    .map(({ seq }) => seq);
const reasons = (data: string) =>
  rowsOf(data)
    .filter(({ outcome, channel }) => outcome === 'act' && channel === 'operator')
    .map(({ reason }) => reason);

describe('find', () => {
  it('shows what is kept of a number, of a name on it in any spelling, and from when to when it goes', async () => {
    const data = await makeDeskFolder();
    const all = await entries('find', '--mobile', '+91 98765-43210', '--json', '--data', data);
    expect(all).toMatchObject({ code: 0, err: [] });
    const found: unknown = JSON.parse(all.out.join());
    expect(found).toMatchObject([
      { seq: 1, purpose: 'visitor', subject_mobile: '••••••3210', rule: 'privacy.keep.min is 1 day' },
      { seq: 2, purpose: 'employee', rule: 'policy.purposes.employee.keep.min is 10 years' },
      { seq: 3 },
    ]);
    const named = await entries('find', '--mobile', '9876543210', '--name', 'ASHA  kumari', '--data', data);
    expect(named.out.map((line) => line.split(' ')[0])).toEqual(['SEQ', '1', '2']);
    expect(named.out[0]).toMatch(/ERASE FROM +ERASED BY$/);
    expect(reasons(data)).toEqual(['view: find', 'view: find']);
    expect(JSON.stringify(reasons(data))).not.toMatch(/9876543210|Asha/i);
  });

  it('says no when nothing is kept', async () => {
    const data = await makeDeskFolder();
    expect(await entries('find', '--mobile', '9999999999', '--data', data)).toEqual({
      code: 1,
      out: ['nothing is kept of this person'],
      err: [],
    });
    expect((await entries('find', '--mobile', '9999999999', '--json', '--data', data)).out).toEqual(['[]']);
  });

  it('works beside a running kiosk, which is left a note of the look', async () => {
    const data = await makeDeskFolder();
    const running = openDataFolder(data, buildFiles());
    try {
      expect(await entries('find', '--mobile', '9876543210', '--data', data)).toMatchObject({ code: 0, err: [] });
      expect(rowsOf(data)).toHaveLength(4);
    } finally {
      running.close();
    }
    expect(statSync(join(data, 'looks.db')).mode & 0o077).toBe(0);
    expect(readFileSync(join(data, 'looks.db')).toString('latin1')).not.toContain('9876543210');
    await entries('find', '--mobile', '9999999999', '--data', data);
    expect(reasons(data)).toEqual(['view: find', expect.stringMatching(/^view: find at 20.*Z$/)]);
  });

  it('with the configuration of another terminal does nothing', async () => {
    const data = await makeDeskFolder();
    const other = join(data, 'other.yml');
    writeFileSync(other, readFileSync(join(data, 'pravesh.yml'), 'utf8').replace('gate-1', 'gate-2'));
    const { code, err } = await entries('find', '--mobile', '9876543210', '--data', data, '--config', other);
    expect({ code, err }).toEqual({ code: 2, err: [expect.stringMatching(/is of terminal gate-1 at site hq/)] });
    expect(rowsOf(data)).toHaveLength(4);
  });
});

describe('erase', () => {
  it('takes whose minimum is over, and names the others with date and rule', async () => {
    const data = await makeDeskFolder();
    const before = rowsOf(data);
    const order = ['--name', 'Asha Kumari', '--reason', 'withdrew consent', '--data', data];
    const { code, out, err } = await entries('erase', '--mobile', '9876543210', ...order);
    const year = new Date(Date.parse(before[0]?.at ?? '')).getUTCFullYear() + 10;
    expect({ code, out }).toEqual({
      code: 1,
      out: [
        'erased: entry 1',
        expect.stringMatching(
          new RegExp(`^kept: entry 2, not before ${year}-..-..: policy.purposes.employee.keep.min is 10 years$`),
        ),
      ],
    });
    expect(err[0]).toContain('--override');
    expect(held(data)).toEqual([2, 3, 4]);
    expect(reasons(data)).toEqual(['erase: 1 of 2 on request: withdrew consent']);
    const commitments = rowsOf(data).map((row) => row.subject_commitment);
    expect(commitments.slice(0, 4)).toEqual(before.map((row) => row.subject_commitment));
  });

  it('takes all with an override, and the log keeps that', async () => {
    const data = await makeDeskFolder();
    const order = ['--reason', 'by order of a court', '--override', '--json', '--data', data];
    const { code, out } = await entries('erase', '--mobile', '9876543210', ...order);
    expect({ code, answer: JSON.parse(out.join()) }).toEqual({
      code: 0,
      answer: { erased: [1, 2, 3], kept: [], roster: 0 },
    });
    expect(held(data)).toEqual([4]);
    expect(reasons(data)).toEqual(['erase: 3 of 3 on request with override: by order of a court']);
  });

  it('leaves nothing of them in any file', async () => {
    const data = await makeDeskFolder();
    const [row] = rowsOf(data);
    const traces = [row?.subject_ref ?? '', row?.subject_name ?? ''];
    const files = () =>
      readdirSync(data, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    const inFiles = () => traces.map((trace) => files().some((bytes) => bytes.includes(trace)));
    expect(inFiles()).toEqual([true, true]);
    await entries('erase', '--mobile', '9876543210', '--reason', 'asked', '--override', '--data', data);
    expect(inFiles()).toEqual([false, false]);
  });

  it('says no when there is nothing to erase, and keeps that somebody asked', async () => {
    const data = await makeDeskFolder();
    const { code, out } = await entries('erase', '--mobile', '9999999999', '--reason', 'asked', '--data', data);
    expect({ code, out }).toEqual({ code: 1, out: ['nothing is kept of this person'] });
    expect(reasons(data)).toEqual(['erase: 0 of 0 on request: asked']);
  });

  it.skipIf(process.platform === 'win32')(
    'beside a running kiosk is done by the kiosk (Windows has no door)',
    async () => {
      const data = await makeDeskFolder();
      const { ports, close } = buildPorts({ data });
      const loaded = loadSettings({ data });
      const settings = loaded.demo ? loaded.buildSettings('http://127.0.0.1:9') : loaded.settings;
      const kiosk = openKiosk({ settings, data, ports });
      const local = { kind: 'operator', id: 'local', local: true } as const;
      const closeDoor = await openLocalDoor(data, (name, input) => kiosk.call(name, local, input));
      onTestFinished(async () => {
        await closeDoor();
        await kiosk.close();
        await close();
      });
      const refused = await entries('erase', '--mobile', '9876543210', '--reason', 'call 9876543210', '--data', data);
      expect([refused.code, refused.err[0]]).toEqual([
        2,
        expect.stringContaining('--reason stays in the log for good'),
      ]);
      const { code, out } = await entries(
        'erase',
        '--mobile',
        '9876543210',
        '--reason',
        'asked',
        '--json',
        '--data',
        data,
      );
      expect(code).toBe(1);
      expect(JSON.parse(out.join())).toMatchObject({ erased: [1, 3], kept: [{ seq: 2 }] });
      expect(held(data)).toEqual([2, 4]);
      expect(reasons(data)).toEqual(['erase: 2 of 3 on request: asked']);
      const far = { kind: 'operator', id: 'desk' } as const;
      const order = { mobileNumber: '9876543210', reason: 'asked', override: true };
      expect(await kiosk.call('entries.erase', far, order)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(held(data)).toEqual([2, 4]);
    },
  );

  it('beside a kiosk that cannot be asked cannot be done, and says what to do', async () => {
    const data = await makeDeskFolder();
    const running = openDataFolder(data, buildFiles());
    try {
      const { code, out, err } = await entries('erase', '--mobile', '9876543210', '--reason', 'asked', '--data', data);
      expect({ code, out }).toEqual({ code: 2, out: [] });
      expect(err[0]).toMatch(/Another Pravesh is using the data folder .* Stop it first/);
      expect(held(data)).toEqual([1, 2, 3, 4]);
    } finally {
      running.close();
    }
  });

  it.each([
    [['--mobile', '9876543210'], '--reason is missing'],
    [['--mobile', '9876543210', '--reason', '  '], '--reason is missing'],
    [['--mobile', '9876543210', '--reason', 'call 98765 43210 back'], '--reason stays in the log for good'],
    [['--mobile', '9876543210', '--reason', 'the one with 543210'], '--reason stays in the log for good'],
    [
      ['--mobile', '9876543210', '--name', asha.fullName, '--reason', 'mrs kumari asked'],
      '--reason stays in the log for good',
    ],
    [['--mobile', '9876543210', '--reason', 'two\nlines'], '--reason takes one line'],
    [['--mobile', '9876543210', '--reason', '<b>asked</b>'], '--reason takes one line'],
    [['--mobile', '9876543210', '--reason', '123'], '--reason takes one line'],
    [['--mobile', '12345', '--reason', 'asked'], '--mobile takes a mobile number of ten digits'],
    [['--reason', 'asked'], '--mobile is missing'],
    [['--mobile', '9876543210', '--name', '123', '--reason', 'asked'], '--name takes a name'],
    [['--mobile', '9876543210', '--reason', 'asked', '--limit', '3'], 'erase takes no --limit'],
  ])('refuses %j', async (args, words) => {
    const data = await makeDeskFolder();
    const { code, out, err } = await entries('erase', ...args, '--data', data);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toContain(`pravesh entries: ${words}`);
    expect(err.join()).not.toMatch(/98765|Kumari/);
    expect(held(data)).toEqual([1, 2, 3, 4]);
  });
});

describe('notice', () => {
  it('shows what the visitor read to the letter, also when nothing of the visitor is left, and is no look', async () => {
    const data = await makeDeskFolder();
    const before = await entries('notice', '--seq', '1', '--json', '--data', data);
    expect(before.code).toBe(0);
    expect(JSON.parse(before.out.join())).toMatchObject({
      seq: 1,
      locale: 'hi',
      hash: rowsOf(data)[0]?.consent_hash,
      text: expect.stringContaining('आपका नाम और मोबाइल नंबर'),
      intact: true,
    });
    expect(reasons(data)).toEqual([]);
    await entries('erase', '--mobile', '9876543210', '--reason', 'asked', '--override', '--data', data);
    expect(await entries('notice', '--seq', '1', '--json', '--data', data)).toEqual(before);
    const { out } = await entries('notice', '--seq', '1', '--data', data);
    expect(out[0]).toMatch(/^entry 1 of 20.*Z \(admitted\); notice 1-[0-9a-f]{8} in hi; SHA-256 [0-9a-f]{64}$/);
  });

  it('says when the text is another than the one that was shown', async () => {
    const data = await makeDeskFolder();
    const folder = openDataFolder(data, buildFiles());
    folder.database.exec("UPDATE notices SET text = text || ' And more.'");
    folder.close();
    const { code, err } = await entries('notice', '--seq', '1', '--data', data);
    expect({ code, err }).toEqual({ code: 1, err: [expect.stringContaining('is not the one that was shown')] });
  });

  it('of no entry, or of an act, is none', async () => {
    const data = await makeDeskFolder();
    await entries('find', '--mobile', '9999999999', '--data', data);
    const answers = [
      await entries('notice', '--seq', '5', '--data', data),
      await entries('notice', '--seq', '6', '--data', data),
    ];
    expect(answers.map(({ code, err }) => [code, err[0]])).toEqual([
      [1, 'pravesh entries: entry 5 is no visit: it has no notice'],
      [1, 'pravesh entries: there is no entry 6'],
    ]);
    expect((await entries('notice', '--data', data)).err[0]).toBe(
      'pravesh entries: --seq is missing: the number of the entry',
    );
  });
});
