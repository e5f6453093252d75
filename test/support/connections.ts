/**
 * The three ways to a kiosk, for the suite that runs over all of them: a function call, HTTP and IPC. Each is the real
 * thing: a listening host with the faces' own transport, the real preload and handlers joined by Electron's double.
 */
import { onTestFinished } from 'vitest';
import {
  type Answer,
  type CallName,
  type ErrorCode,
  operations,
  problem,
  type Transport,
} from '../../main/contract/public.ts';
import type { Caller, Kiosk } from '../../main/core/kiosk.ts';
import { serveIpc } from '../../main/electron/ipc.ts';
import { buildHttpTransport } from '../../renderer/client/http-transport.ts';
import { buildIpcTransport } from '../../renderer/client/ipc-transport.ts';
import { buildIpcDouble, ContentsDouble } from './electron-ipc.ts';
import { openPage } from './electron-page.ts';
import { buildEventSource } from './event-source.ts';
import { startTestHost } from './http-host.ts';

/** One way to a kiosk. */
export interface Connection {
  /** The transport of the kiosk's own page. */
  readonly transport: Transport;
  /** The transport of one whom the host does not take for a kiosk, and what such a one is answered. */
  readonly stranger: { readonly transport: Transport; readonly code: ErrorCode };
  /** Whether a stranger may call what is public. */
  readonly strangerMayAsk: boolean;
  /** A second kiosk over the same way; the one window of Electron has none. */
  openAnother?(): Promise<Transport>;
  /** The transport of whoever shows this credential; a window has no such callers. */
  openFor?(credential: string): Transport;
  /** Calls a name that is in no table; answers how that is refused. */
  callUnknown(): Promise<string>;
  /** What an input has become when it arrives: HTTP makes text of what stands in an address. */
  arrived(name: CallName, input: unknown): unknown;
}

/** Opens a way to this kiosk; it is closed when the test ends. */
export type Connect = (kiosk: Kiosk) => Promise<Connection>;

function buildDirectTransport(kiosk: Kiosk, caller: Caller): Transport {
  return {
    call: (name, input) => kiosk.call(name, caller, input),
    watch(name, onEvent) {
      const watching = kiosk.watch(name, caller, onEvent);
      return watching.ok ? watching.value : () => {};
    },
  };
}

function codeOf(answered: Answer<unknown>): string {
  return answered.ok ? 'no fault' : answered.error.code;
}

/** A function call, as the CLI and other code in the same process make it. */
export const connectDirectly: Connect = async (kiosk) => {
  const unknown: CallName = JSON.parse('"entries.drop"');
  return {
    transport: buildDirectTransport(kiosk, { kind: 'kiosk', id: 'one' }),
    stranger: { transport: buildDirectTransport(kiosk, { kind: 'public', id: '' }), code: 'unauthenticated' },
    strangerMayAsk: true,
    openAnother: async () => buildDirectTransport(kiosk, { kind: 'kiosk', id: 'two' }),
    // As a host does it: who it is, is asked before each call.
    openFor: (credential) => ({
      async call(name, input) {
        const caller = kiosk.parties.callerOf(credential);
        return caller === undefined ? problem('unauthenticated') : kiosk.call(name, caller, input);
      },
      watch: () => () => {},
    }),
    callUnknown: async () => codeOf(await kiosk.call(unknown, { kind: 'kiosk', id: 'one' }, {})),
    arrived: (_name, input) => input,
  };
};

/** The listening host, asked by the transport that the faces have in a browser. */
export const connectOverHttp: Connect = async (kiosk) => {
  const host = await startTestHost(kiosk);
  onTestFinished(() => host.close());
  const build = (known: Readonly<Record<string, string>> = {}) => {
    const send: typeof fetch = (url, init) => fetch(url, { ...init, headers: { ...init?.headers, ...known } });
    return buildHttpTransport({ fetch: send, EventSource: buildEventSource(send), origin: host.url }, operations);
  };
  return {
    transport: build({ cookie: await host.enter() }),
    stranger: { transport: build(), code: 'unauthenticated' },
    strangerMayAsk: true,
    openAnother: async () => build({ cookie: await host.enter() }),
    openFor: (credential) => build({ authorization: `Bearer ${credential}` }),
    async callUnknown() {
      const response = await host.ask('/api/v1/nothing/drop', { method: 'POST', cookie: await host.enter() });
      const { code }: { code: string } = await response.json();
      return code;
    },
    arrived(name, input) {
      const given = Object.entries(Object(input));
      return Object.fromEntries(
        operations[name].method === 'POST' ? given : given.map(([key, text]) => [key, `${text}`]),
      );
    },
  };
};

/** The real preload in the double of Electron, asked by the transport that the faces have there. */
export const connectOverIpc: Connect = async (kiosk) => {
  const ipc = buildIpcDouble();
  const contents = new ContentsDouble({ origin: 'pravesh://kiosk', parent: null });
  serveIpc(ipc.ipcMain, kiosk).admit(contents, 'window');
  onTestFinished(() => contents.destroy());
  const foreign = await openPage(ipc, contents, { origin: 'https://elsewhere.example', parent: null });
  return {
    transport: buildIpcTransport(await openPage(ipc, contents)),
    stranger: { transport: buildIpcTransport(foreign), code: 'forbidden' },
    strangerMayAsk: false,
    callUnknown: () =>
      ipc
        .rendererOf(contents)
        .invoke('entries.drop', {})
        .then(
          () => 'no fault',
          () => 'not-found',
        ),
    arrived: (_name, input) => input,
  };
};
