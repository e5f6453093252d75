/** The few words that are spoken with the browser, over pipes that cut messages anywhere. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readText } from '../../../../main/cli/run/devtools-pipe.ts';
import { showPage } from '../../../../main/cli/run/show-page.ts';

function talk() {
  const write = new PassThrough();
  const read = new PassThrough();
  const heard: string[] = [];
  const page = showPage({ write, read }, 'http://127.0.0.1:1/?launch=अ', {
    onShown: () => heard.push('shown'),
    onCrashed: () => heard.push('crashed'),
    onClosed: () => heard.push('closed'),
  });
  return {
    heard,
    page,
    /** Lets the browser say something, a few bytes at a time. */
    async say(message: object) {
      const bytes = Buffer.from(`${JSON.stringify(message)}\0`);
      for (let at = 0; at < bytes.length; at += 7) {
        read.write(bytes.subarray(at, at + 7));
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
    commands(): unknown[] {
      const text: unknown = write.read()?.toString();
      const parts = typeof text === 'string' ? text.split('\0') : [];
      return parts.filter((part) => part !== '').map((part) => JSON.parse(part));
    },
  };
}

const created = (type: string, targetId: string) => ({
  method: 'Target.targetCreated',
  params: { targetInfo: { type, targetId, title: 'अ' } },
});

test('joins the first page and sends it to the address', async () => {
  const { say, commands, heard } = talk();
  expect(commands()).toEqual([{ id: 1, method: 'Target.setDiscoverTargets', params: { discover: true } }]);
  await say({ id: 1, result: {} });
  await say(created('service_worker', 'other'));
  await say(created('page', 'first'));
  await say(created('page', 'second'));
  expect(commands()).toEqual([
    { id: 2, method: 'Target.attachToTarget', params: { targetId: 'first', flatten: true } },
  ]);
  await say({ id: 2, result: { sessionId: 's' } });
  const params = { url: 'http://127.0.0.1:1/?launch=अ' };
  expect(commands()).toEqual([{ id: 3, method: 'Page.navigate', params, sessionId: 's' }]);
  expect(heard).toEqual(['shown']);
});

test('asks the page, sends it elsewhere, and finds what runs it', async () => {
  const { say, commands, page } = talk();
  await say(created('page', 'first'));
  await say({ id: 2, result: { sessionId: 's' } });
  commands();
  const asked = page.evaluate('1 + 1');
  await say({ method: 'Target.targetInfoChanged', params: {} });
  const params = { expression: '1 + 1', awaitPromise: true, returnByValue: true };
  expect(commands()).toEqual([{ id: 4, method: 'Runtime.evaluate', params, sessionId: 's' }]);
  await say({ id: 4, result: { result: { type: 'number', value: 2 } } });
  expect(await asked).toBe(2);
  page.navigate('http://127.0.0.1:1/?launch=new');
  await say({ method: 'Target.targetInfoChanged', params: {} });
  expect(commands()).toMatchObject([
    { id: 5, method: 'Page.navigate', params: { url: 'http://127.0.0.1:1/?launch=new' } },
  ]);
  const pids = page.rendererPids();
  await say({
    id: 6,
    result: { processInfo: [{ type: 'browser', id: 7 }, { type: 'renderer', id: 8 }, { type: 'renderer' }] },
  });
  expect(await pids).toEqual([8]);
  const refused = expect(page.evaluate('2')).rejects.toThrow('the browser has refused a command');
  await say({ method: 'Target.targetInfoChanged', params: {} });
  await say({ id: 7, error: { message: 'no' } });
  await refused;
});

test('hears that its page has been closed', async () => {
  const { say, heard } = talk();
  await say(created('page', 'first'));
  await say({ method: 'Target.targetDestroyed', params: { targetId: 'other' } });
  await say({ method: 'Target.targetDestroyed', params: { targetId: 'first' } });
  expect(heard).toEqual(['closed']);
});

test('hears of the crash of its page and of no other', async () => {
  const { say, heard } = talk();
  await say(created('page', 'first'));
  await say({ method: 'Target.targetCrashed', params: { targetId: 'other' } });
  expect(heard).toEqual([]);
  await say({ method: 'Target.targetCrashed', params: { targetId: 'first' } });
  expect(heard).toEqual(['crashed']);
});

test('reads texts out of whatever comes', () => {
  expect(readText({ a: { b: 'text' } }, 'a', 'b')).toBe('text');
  for (const message of [null, 1, 'a', { a: 1 }, { a: { b: 1 } }, { a: null }, []]) {
    expect(readText(message, 'a', 'b')).toBeUndefined();
  }
});
