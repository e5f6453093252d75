/** Which host is started, and what is said when it is not the first wish. */
import { expect, test } from 'vitest';
import { chooseHost, type Found, type HostFacts } from '../../../../main/cli/run/host-choice.ts';

const there = (path: string): Found => ({ path });
const missing = (why: string): Found => ({ missing: why });
const everything: HostFacts = {
  display: true,
  root: false,
  electron: there('/e/electron'),
  browser: there('/usr/bin/chromium'),
};

test.for([
  [{}, 'electron', '/e/electron', []],
  [{ electron: missing('no binary') }, 'browser', '/usr/bin/chromium', [/^not in Electron: no binary$/]],
  [
    { electron: missing('no binary'), browser: missing('none') },
    'server',
    undefined,
    [/no binary/, /not in a browser: none; no window/],
  ],
  [{ display: false }, 'server', undefined, [/^no window is opened: there is no display/]],
  [{ root: true }, 'server', undefined, [/^no window is opened: it runs as root/]],
  [{ display: false, root: true }, 'server', undefined, [/no display/]],
] as const)('auto with %o is %s', ([facts, host, path, notes]) => {
  const choice = chooseHost('auto', { ...everything, ...facts });
  expect(choice.host).toBe(host);
  expect('path' in choice ? choice.path : undefined).toBe(path);
  expect(choice.notes).toEqual(notes.map((note) => expect.stringMatching(note)));
});

test.for(['electron', 'browser'] as const)('--host %s is that host or none, with what to do', (asked) => {
  expect(chooseHost(asked, everything)).toMatchObject({ host: asked, notes: [] });
  const without = chooseHost(asked, { ...everything, [asked]: missing('it is not installed') });
  expect(without.host).toBe('none');
  expect(without.notes[0]).toBe(`--host ${asked} cannot be: it is not installed`);
  expect(without.notes[1]).toMatch(asked === 'electron' ? /install\.js/ : /Install Chromium/);
  expect(chooseHost(asked, { ...everything, display: false }).notes[0]).toContain('there is no display');
  expect(chooseHost(asked, { ...everything, root: true }).notes.join(' ')).toContain('Run it as another user');
});

test('--host server is the server, whatever there is', () => {
  expect(chooseHost('server', everything)).toEqual({ host: 'server', notes: [] });
  expect(chooseHost('server', { ...everything, display: false, root: true }).host).toBe('server');
});
