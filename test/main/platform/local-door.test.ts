/** The operator's door: who may open the data folder is answered, and nobody else can come. */
import { statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answer, problem } from '../../../main/contract/public.ts';
import { askLocalDoor, type CallLocally, localDoorOf, openLocalDoor } from '../../../main/platform/local-door.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

async function openDoor(call: CallLocally = async (name, input) => answer({ name, input })) {
  const data = makeTemporaryFolder();
  const close = await openLocalDoor(data, call);
  onTestFinished(close);
  return { data, close };
}

/** Sends bytes as they are; answers all that comes back. */
function send(data: string, bytes: string): Promise<string> {
  const socket = connect(localDoorOf(data) ?? '');
  socket.on('error', () => {});
  socket.end(bytes);
  return text(socket).catch(() => '');
}

describe.skipIf(process.platform === 'win32')('the door (Windows has none)', () => {
  it('asks one call and gets its answer', async () => {
    const { data } = await openDoor();
    expect(await askLocalDoor(data, 'export.get', { id: 'आशा' })).toEqual(
      answer({ name: 'export.get', input: { id: 'आशा' } }),
    );
  });

  it('is for its owner alone, and gone when it is closed', async () => {
    const { data, close } = await openDoor();
    expect(statSync(join(data, 'operator.sock')).mode & 0o777).toBe(0o600);
    await close();
    expect(statSync(join(data, 'operator.sock'), { throwIfNoEntry: false })).toBeUndefined();
    expect(await askLocalDoor(data, 'health.get', {})).toBeUndefined();
  });

  it('opens where a dead kiosk has left its own', async () => {
    const data = makeTemporaryFolder();
    writeFileSync(join(data, 'operator.sock'), '');
    onTestFinished(await openLocalDoor(data, async () => answer('well')));
    expect(await askLocalDoor(data, 'health.get', {})).toEqual(answer('well'));
  });

  it.each(['not json\n', '{}\n', '{"name":"no.such","input":{}}\n', 'null\n'])(
    'answers %j with a fault',
    async (line) => {
      const { data } = await openDoor();
      expect(JSON.parse(await send(data, line))).toEqual(problem('not-found'));
    },
  );

  it('lets go of who says nothing whole, or too much, and goes on', async () => {
    const { data } = await openDoor();
    expect(await send(data, '{"name":')).toBe('');
    expect(await send(data, 'x'.repeat(300_000))).toBe('');
    expect(await askLocalDoor(data, 'health.get', {})).toMatchObject({ ok: true });
  });

  it('is nowhere when the path is longer than a socket may have', async () => {
    const data = `/${'x'.repeat(120)}`;
    expect(localDoorOf(data)).toBeUndefined();
    const close = await openLocalDoor(data, async () => answer(1));
    await close();
    expect(await askLocalDoor(data, 'health.get', {})).toBeUndefined();
  });
});
