import { describe, expect, it } from 'vitest';
import { closeSession, confine } from '../../../main/electron/shell-policy.ts';
import { windowOptions } from '../../../main/electron/window.ts';
import { SessionDouble } from '../../support/electron-double.ts';
import { ContentsDouble } from '../../support/electron-ipc.ts';

const ours = ['pravesh://kiosk/', 'pravesh://kiosk', 'pravesh://kiosk/assets/a.js'];
const foreign = [
  'https://example.org/',
  'http://127.0.0.1:4780/kiosk',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
  'pravesh://operator/',
  'pravesh://kiosk.evil/',
  'pravesh://kioskx',
  '',
];

/** Whether an event with this address is let through. */
function passes(contents: ContentsDouble, event: string, url: string): boolean {
  let isPrevented = false;
  contents.emit(event, {
    url,
    preventDefault: () => {
      isPrevented = true;
    },
  });
  return !isPrevented;
}

describe('contents', () => {
  const contents = new ContentsDouble({ origin: 'pravesh://kiosk', parent: null });
  confine(contents);

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
});

describe('the session', () => {
  const session = new SessionDouble();
  closeSession(session);

  it.each(['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'fullscreen', 'unknown'])(
    'grants no permission: %s',
    (permission) => {
      const answers: boolean[] = [];
      session.mayHave?.({}, permission, (granted) => answers.push(granted));
      expect(answers).toEqual([false]);
      expect(session.mayCheck?.({}, permission, 'pravesh://kiosk')).toBe(false);
      expect(session.mayUseDevice?.({ deviceType: 'usb' })).toBe(false);
    },
  );

  it('asks for nothing but our own files', () => {
    const isCancelled = (url: string) => {
      const answers: (boolean | undefined)[] = [];
      session.mayRequest?.({ url }, ({ cancel }) => answers.push(cancel));
      return answers[0];
    };
    expect(ours.map(isCancelled)).toEqual(ours.map(() => false));
    expect(foreign.map(isCancelled)).toEqual(foreign.map(() => true));
  });

  it('downloads nothing and checks no spelling, which would fetch a dictionary', () => {
    let isPrevented = false;
    session.emit('will-download', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    expect(isPrevented).toBe(true);
    expect(session.isSpellChecking).toBe(false);
  });
});

describe('the window', () => {
  it.each(['kiosk', 'reception'] as const)('keeps the page apart from the program: %s', (mode) => {
    expect(windowOptions(mode, '/preload.cjs').webPreferences).toMatchObject({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
    });
  });

  it('fills the screen for a kiosk and is an ordinary one for a reception', () => {
    expect(windowOptions('kiosk', '/p')).toMatchObject({ kiosk: true, fullscreen: true, frame: false, show: false });
    expect(windowOptions('reception', '/p')).toMatchObject({ kiosk: false, fullscreen: false, frame: true });
  });
});
