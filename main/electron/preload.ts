/**
 * The bridge between the page and the program: `window.pravesh`, one function for each operation of the table.
 * Runs in Electron's sandboxed preload, bundled as one CommonJS file.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { buildClient } from '../contract/public.ts';

let watches = 0;

const bridge = buildClient({
  call: (name, input) => ipcRenderer.invoke(name, input),
  watch(name, onEvent) {
    watches += 1;
    const watch = watches;
    const listen = (_event: IpcRendererEvent, to: unknown, event: unknown) => to === watch && onEvent(event);
    ipcRenderer.on(name, listen);
    ipcRenderer.invoke(name, { watch });
    return () => {
      ipcRenderer.off(name, listen);
      ipcRenderer.invoke(name, { unwatch: watch });
    };
  },
});

contextBridge.exposeInMainWorld('pravesh', bridge);
