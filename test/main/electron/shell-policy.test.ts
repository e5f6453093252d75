/** What the shell refuses. Each line of the policy has a test here that fails without it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeApp, closeSession, confine } from '../../../main/electron/shell-policy.ts';
import { windowOptions } from '../../../main/electron/window.ts';
import { AppDouble, buildProtocolDouble, SessionDouble } from '../../support/electron-double.ts';
import { ContentsDouble } from '../../support/electron-ipc.ts';
import { findRoot } from '../../support/root.ts';

const ours = ['pravesh://kiosk/', 'pravesh://kiosk', 'pravesh://kiosk/assets/a.js'];
const foreign = [
  'https://example.org/',
  'http://127.0.0.1:4780/kiosk',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
  'chrome://settings/',
  'devtools://devtools/',
  'blob:pravesh://kiosk/x',
  'ws://127.0.0.1/',
  'pravesh://operator/',
  'pravesh://kiosk.evil/',
  'pravesh://kioskx',
  '',
];

/** An event that remembers whether it was stopped. */
function buildEvent(fields: object = {}) {
  const event = {
    ...fields,
    isPrevented: false,
    preventDefault: () => {
      event.isPrevented = true;
    },
  };
  return event;
}

interface Emitter {
  emit(event: string, ...values: unknown[]): unknown;
}

/** Whether an event with this address is let through. */
function passes(contents: Emitter, name: string, url: string): boolean {
  const event = buildEvent({ url });
  contents.emit(name, event);
  return !event.isPrevented;
}

/** Whether a question was stopped, and what it was answered with. */
function ask(emitter: Emitter, name: string, before: readonly unknown[] = [], after: readonly unknown[] = []) {
  const event = buildEvent();
  const answers: unknown[][] = [];
  emitter.emit(name, event, ...before, (...answer: unknown[]) => answers.push(answer), ...after);
  return { isPrevented: event.isPrevented, answers };
}

function buildContents() {
  const contents = new ContentsDouble({ origin: 'pravesh://kiosk', parent: null });
  confine(contents);
  return contents;
}

describe('contents', () => {
  const contents = buildContents();

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('stay with our pages at %s', (event) => {
    expect(ours.filter((url) => !passes(contents, event, url))).toEqual([]);
    expect(foreign.filter((url) => passes(contents, event, url))).toEqual([]);
  });

  it('open no window and embed nothing', () => {
    expect([...ours, ...foreign].map((url) => contents.openHandler?.({ url }))).toEqual(
      [...ours, ...foreign].map(() => ({ action: 'deny' })),
    );
    expect(passes(contents, 'will-attach-webview', 'pravesh://kiosk/')).toBe(false);
  });

  it('have no menu of their own, and hold up no end with a question', () => {
    expect(ask(contents, 'context-menu').isPrevented).toBe(true);
    expect(ask(contents, 'will-prevent-unload').isPrevented).toBe(true);
  });

  it('find no machine by radio', () => {
    expect(ask(contents, 'select-bluetooth-device', [[{ deviceId: 'a' }]])).toEqual({
      isPrevented: true,
      answers: [['']],
    });
  });

  it('close tools that were opened all the same', () => {
    const looked = buildContents();
    looked.emit('devtools-opened');
    expect(looked.did).toEqual(['close tools']);
  });

  it('keep their size under two fingers and a wheel', () => {
    const zoomed = buildContents();
    zoomed.emit('dom-ready', {});
    expect(zoomed.did).toEqual(['pinch 1 to 1', 'zoom 1']);
    zoomed.emit('zoom-changed', {}, 'in');
    expect(zoomed.did.at(-1)).toBe('zoom 1');
    expect(zoomed.did).toHaveLength(3);
  });
});

describe('the program', () => {
  const app = new AppDouble();
  closeApp(app);

  it('believes no certificate that does not hold', () => {
    const answer = ask(app, 'certificate-error', [{}, 'https://example.org/', 'net::ERR', {}], [true]);
    expect(answer).toEqual({ isPrevented: true, answers: [[false]] });
  });

  it('shows nobody a certificate of its own, and gives nobody a password', () => {
    const own = ask(app, 'select-client-certificate', [{}, 'https://example.org/', [{ subjectName: 'a' }]]);
    expect(own).toEqual({ isPrevented: true, answers: [[]] });
    expect(ask(app, 'login', [{}, {}, {}])).toEqual({ isPrevented: true, answers: [[]] });
  });

  it('confines contents that nobody of us has made', () => {
    const strangers = new ContentsDouble({ origin: 'https://example.org', parent: null });
    app.emit('web-contents-created', {}, strangers);
    expect(strangers.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    expect(passes(strangers, 'will-navigate', 'https://example.org/')).toBe(false);
  });
});

/** Every permission that this version of Electron knows: a new one is asked about here by itself. */
function readPermissions(handler: 'setPermissionRequestHandler' | 'setPermissionCheckHandler'): string[] {
  const types = readFileSync(join(findRoot(), 'node_modules', 'electron', 'electron.d.ts'), 'utf8');
  const [, union = ''] = new RegExp(`${handler}\\(handler: .*?permission: ((?:'[^']+'(?: \\| )?)+)`).exec(types) ?? [];
  return Array.from(union.matchAll(/'([^']+)'/g), ([, name = '']) => name);
}

describe('a session', () => {
  const session = new SessionDouble(buildProtocolDouble(new AppDouble()));
  closeSession(session);
  const asked = readPermissions('setPermissionRequestHandler');
  const checked = readPermissions('setPermissionCheckHandler');

  it('is asked about all that Electron knows', () => {
    expect(asked.length).toBeGreaterThan(30);
    expect(checked).toEqual(expect.arrayContaining(['media', 'hid', 'openExternal']));
  });

  it.each([...asked, 'of-tomorrow'])('grants no permission: %s', (permission) => {
    const answers: boolean[] = [];
    session.mayHave?.({}, permission, (granted) => answers.push(granted));
    expect(answers).toEqual([false]);
  });

  it.each([...checked, 'of-tomorrow'])('has granted no permission: %s', (permission) => {
    expect(session.mayCheck?.({}, permission, 'pravesh://kiosk')).toBe(false);
  });

  it('lets nobody record the display', () => {
    const answers: unknown[] = [];
    session.mayCapture?.({}, (streams) => answers.push(streams));
    expect(answers).toEqual([null]);
  });

  it('uses no machine beside this one', () => {
    expect(session.mayUseDevice?.({ deviceType: 'usb' })).toBe(false);
    for (const name of ['select-hid-device', 'select-usb-device']) {
      expect(ask(session, name, [{ deviceList: [{ deviceId: 'a' }] }])).toEqual({ isPrevented: true, answers: [[]] });
    }
    expect(ask(session, 'select-serial-port', [[{ portId: 'a' }], {}])).toEqual({ isPrevented: true, answers: [['']] });
    const answers: unknown[] = [];
    session.mayPair?.({ pairingKind: 'confirm' }, (response) => answers.push(response));
    expect(answers).toEqual([{ confirmed: false }]);
    expect(session.protectUsb?.({ protectedClasses: ['hid', 'mass-storage'] })).toEqual(['hid', 'mass-storage']);
  });

  it('asks for nothing but our own files', () => {
    const isCancelled = (url: string) => {
      const answers: (boolean | undefined)[] = [];
      session.mayRequest?.({ url }, ({ cancel }) => answers.push(cancel));
      return answers[0];
    };
    expect(ours.map(isCancelled)).toEqual(ours.map(() => false));
    expect(foreign.map(isCancelled)).toEqual(foreign.map(() => true));
  });

  it('trusts no host, whoever has signed for it', () => {
    const answers: number[] = [];
    session.mayTrust?.({ hostname: 'example.org', verificationResult: 'net::OK' }, (code) => answers.push(code));
    expect(answers).toEqual([-2]);
  });

  it('downloads nothing, opens no folder, and checks no spelling, which would fetch a dictionary', () => {
    expect(passes(session, 'will-download', 'pravesh://kiosk/')).toBe(false);
    expect(ask(session, 'file-system-access-restricted', [{ path: '/etc' }])).toEqual({
      isPrevented: true,
      answers: [['deny']],
    });
    expect(session.isSpellChecking).toBe(false);
  });
});

describe('the window', () => {
  it.each(['kiosk', 'reception'] as const)('keeps the page apart from the program: %s', (mode) => {
    expect(windowOptions(mode, '/preload.cjs').webPreferences).toEqual({
      preload: '/preload.cjs',
      partition: 'pravesh',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
    });
  });

  it('fills the screen for a kiosk and is an ordinary one for a reception', () => {
    expect(windowOptions('kiosk', '/p')).toMatchObject({ kiosk: true, fullscreen: true, frame: false, show: false });
    expect(windowOptions('reception', '/p')).toMatchObject({ kiosk: false, fullscreen: false, frame: true });
  });
});
