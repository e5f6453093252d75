import { beforeEach, describe, expect, it } from 'vitest';
import { answer, callNames, operations, streamNames } from '../../../main/contract/public.ts';
import { type Ipc, serveIpc } from '../../../main/electron/ipc.ts';
import type { Bridge } from '../../../renderer/client/ipc-transport.ts';
import { buildIpcTransport } from '../../../renderer/client/ipc-transport.ts';
import { buildIpcDouble, ContentsDouble, type FrameDouble, type IpcDouble } from '../../support/electron-ipc.ts';
import { openPage } from '../../support/electron-page.ts';
import { buildFakeKiosk, type FakeKiosk } from '../../support/fake-kiosk.ts';

const id = 'x'.repeat(22);
const ours: FrameDouble = { origin: 'pravesh://kiosk', parent: null };
const event = { type: 'health', revision: 1, state: 'in-service' } as const;

let kiosk: FakeKiosk;
let ipc: IpcDouble;
let contents: ContentsDouble;
let windows: Ipc;
let bridge: Bridge;
beforeEach(async () => {
  kiosk = buildFakeKiosk({ 'verification.get': () => answer({ id, state: 'checking', revision: 1 }) });
  ipc = buildIpcDouble();
  contents = new ContentsDouble(ours);
  windows = serveIpc(ipc.ipcMain, kiosk);
  windows.admit(contents, 'window');
  bridge = await openPage(ipc, contents);
});

/** Lets messages that are on their way arrive. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the bridge', () => {
  it('has one function for each operation, under its name, and nothing else', () => {
    expect(Object.keys(bridge).sort()).toEqual(Object.keys(operations).sort());
    expect(Object.values(bridge).every((value) => typeof value === 'function')).toBe(true);
    expect(Object.isFrozen(bridge)).toBe(true);
  });

  it('has a channel for each operation, named as it is', () => {
    expect(ipc.channels().sort()).toEqual([...callNames, ...streamNames].sort());
  });

  it('carries a call to the core, as the one kiosk', async () => {
    expect(await bridge['verification.get']({ id })).toEqual(answer({ id, state: 'checking', revision: 1 }));
    expect(kiosk.calls).toEqual([{ name: 'verification.get', caller: { kind: 'kiosk', id: 'window' }, input: { id } }]);
  });

  it('carries any input, and a fault as an answer', async () => {
    for (const input of [undefined, null, 1, 'text', [], { id: 1 }]) {
      expect(await bridge['verification.get'](input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
    expect(kiosk.calls).toEqual([]);
  });
});

describe('a foreign sender', () => {
  const other: FrameDouble = { origin: 'https://evil.example', parent: null };
  it.each<[string, () => [ContentsDouble, FrameDouble | null]]>([
    ['a page of another origin in our window', () => [contents, other]],
    ['a frame inside our page', () => [contents, { origin: 'pravesh://kiosk', parent: ours }]],
    ['a frame that is gone', () => [contents, null]],
    ['another window', () => [new ContentsDouble(ours), ours]],
    ['another host of our scheme', () => [contents, { origin: 'pravesh://operator', parent: null }]],
  ])('is forbidden everything: %s', async (_who, where) => {
    const foreign = await openPage(ipc, ...where());
    for (const name of callNames) {
      expect(await foreign[name]({})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    foreign['kiosk.watch'](() => {});
    await settle();
    expect(kiosk.calls).toEqual([]);
    expect(kiosk.listeners()).toBe(0);
  });
});

describe('a second window', () => {
  it('is a caller of its own', async () => {
    const second = new ContentsDouble(ours);
    windows.admit(second, 'second');
    const other = await openPage(ipc, second);
    await other['verification.get']({ id });
    await bridge['verification.get']({ id });
    expect(kiosk.calls.map(({ caller }) => caller.id)).toEqual(['second', 'window']);
  });

  it('is nobody any more when it is gone, and its operator is locked', async () => {
    const second = new ContentsDouble(ours);
    windows.admit(second, 'second');
    const other = await openPage(ipc, second);
    second.destroy();
    expect(await other['verification.get']({ id })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(kiosk.calls).toMatchObject([{ name: 'operator.lock', caller: { kind: 'kiosk', id: 'second' } }]);
  });

  it('locks its operator when its page dies', () => {
    contents.emit('render-process-gone');
    expect(kiosk.calls).toMatchObject([{ name: 'operator.lock', caller: { id: 'window' } }]);
  });
});

describe('a watch', () => {
  it('gets events until it ends', async () => {
    const seen: unknown[] = [];
    const unwatch = bridge['kiosk.watch']((pushed) => seen.push(pushed));
    await kiosk.waitForListeners(1);
    kiosk.emit(event);
    await settle();
    expect(seen).toEqual([event]);
    unwatch();
    await kiosk.waitForListeners(0);
    kiosk.emit(event);
    await settle();
    expect(seen).toEqual([event]);
  });

  it('is apart from the others of the page', async () => {
    const seen: string[] = [];
    const first = bridge['kiosk.watch'](() => seen.push('first'));
    bridge['kiosk.watch'](() => seen.push('second'));
    await kiosk.waitForListeners(2);
    first();
    await kiosk.waitForListeners(1);
    kiosk.emit(event);
    await settle();
    expect(seen).toEqual(['second']);
  });

  it.each<[string, () => void]>([
    ['its renderer dies', () => contents.emit('render-process-gone')],
    ['its window goes', () => contents.destroy()],
    ['it is loaded again', () => contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })],
  ])('ends with the page when %s', async (_why, go) => {
    bridge['kiosk.watch'](() => {});
    await kiosk.waitForListeners(1);
    go();
    expect(kiosk.listeners()).toBe(0);
  });

  it('stays when the page moves within itself', async () => {
    bridge['kiosk.watch'](() => {});
    await kiosk.waitForListeners(1);
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    contents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false });
    expect(kiosk.listeners()).toBe(1);
  });

  it('is one of sixteen at most', async () => {
    for (let count = 0; count < 20; count += 1) {
      bridge['kiosk.watch'](() => {});
    }
    await settle();
    expect(kiosk.listeners()).toBe(16);
  });

  it('is asked for in the right form, or not begun', async () => {
    const { invoke } = ipc.rendererOf(contents);
    for (const input of [undefined, null, 'watch', {}, { watch: 'x' }, { watch: 0.5 }, { unwatch: [] }]) {
      expect(await invoke('kiosk.watch', input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
    expect(await invoke('kiosk.watch', { watch: 1 })).toEqual(answer(null));
    expect(await invoke('kiosk.watch', { watch: 1 })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(kiosk.listeners()).toBe(1);
  });
});

describe('the transport of the faces', () => {
  it('answers also when the program does not', async () => {
    const deaf = await openPage(buildIpcDouble(), contents);
    const transport = buildIpcTransport(deaf);
    expect(await transport.call('kiosk.describe', {})).toMatchObject({ ok: false, error: { code: 'out-of-order' } });
  });

  it('answers also when an input cannot cross', async () => {
    const transport = buildIpcTransport(bridge);
    const answered = await transport.call('verification.get', { id: Symbol('id') });
    expect(answered).toMatchObject({ ok: false, error: { code: 'out-of-order' } });
  });
});
