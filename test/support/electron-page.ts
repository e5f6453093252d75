/**
 * A page in the double of Electron: the real preload runs in it, and what it exposes is the page's bridge.
 */
import { vi } from 'vitest';
import type { Bridge } from '../../renderer/client/ipc-transport.ts';
import { buildContextBridgeDouble, type World } from './electron-context-bridge.ts';
import type { ContentsDouble, FrameDouble, IpcDouble } from './electron-ipc.ts';

/** Whether a world has what the preload is to expose. */
function hasBridge(world: World): world is World & { readonly pravesh: Bridge } {
  return typeof world.pravesh === 'object' && world.pravesh !== null;
}

/** Runs main/electron/preload.ts in a frame, with `electron` replaced, and returns what the page sees. */
export async function openPage(ipc: IpcDouble, contents: ContentsDouble, frame?: FrameDouble | null): Promise<Bridge> {
  const world: World = {};
  vi.resetModules();
  vi.doMock('electron', () => ({
    contextBridge: buildContextBridgeDouble(world),
    ipcRenderer: ipc.rendererOf(contents, frame),
  }));
  try {
    await import('../../main/electron/preload.ts');
  } finally {
    vi.doUnmock('electron');
    vi.resetModules();
  }
  if (!hasBridge(world)) {
    throw new TypeError('the preload has exposed no bridge');
  }
  return world.pravesh;
}
