/**
 * Which host `pravesh run` starts: a table over what was asked for and what this machine has.
 * Runs in Node, for the CLI; pure.
 */

/** What `--host` takes. */
export const askedHosts = ['auto', 'electron', 'browser', 'server'] as const;
export type AskedHost = (typeof askedHosts)[number];

/** A program on this machine, or why there is none, in words that end a sentence. */
export type Found = { readonly path: string } | { readonly missing: string };

/** What the choice depends on. */
export interface HostFacts {
  /** Whether a window can be shown. */
  readonly display: boolean;
  /** Whether we run as root: neither Electron nor a browser does, with its sandbox on. */
  readonly root: boolean;
  readonly electron: Found;
  readonly browser: Found;
}

/** The host with its program; or that there is none, and what to do. */
export type HostChoice =
  | { readonly host: 'electron' | 'browser'; readonly path: string; readonly notes: readonly string[] }
  | { readonly host: 'server'; readonly notes: readonly string[] }
  | { readonly host: 'none'; readonly notes: readonly [string, string] };

const noDisplay = 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
const isRoot = 'it runs as root, and neither Electron nor a browser may';

const whatToDo: Readonly<Record<'electron' | 'browser', string>> = {
  electron: 'Get Electron with `node node_modules/electron/install.js`, or leave --host out to take what is there.',
  browser: 'Install Chromium, Chrome or Edge, or name one in PRAVESH_BROWSER.',
};

/** Chooses. `auto` falls back from Electron to a browser to the server alone, and its notes say why. */
export function chooseHost(asked: AskedHost, facts: HostFacts): HostChoice {
  switch (asked) {
    case 'server':
      return { host: 'server', notes: [] };
    case 'electron':
    case 'browser':
      return chooseExactly(asked, facts);
    case 'auto':
      return chooseWhatIsThere(facts);
  }
}

function chooseExactly(host: 'electron' | 'browser', facts: HostFacts): HostChoice {
  const program = facts[host];
  if (!facts.display) {
    return refuse(host, noDisplay, 'Run it in a graphical session, or serve without a window with --host server.');
  }
  if (facts.root) {
    return refuse(host, isRoot, 'Run it as another user, or serve without a window with --host server.');
  }
  return 'path' in program ? { host, path: program.path, notes: [] } : refuse(host, program.missing, whatToDo[host]);
}

function refuse(host: string, why: string, todo: string): HostChoice {
  return { host: 'none', notes: [`--host ${host} cannot be: ${why}`, todo] };
}

function chooseWhatIsThere({ display, root, electron, browser }: HostFacts): HostChoice {
  if (!display || root) {
    return { host: 'server', notes: [`no window is opened: ${display ? isRoot : noDisplay}`] };
  }
  if ('path' in electron) {
    return { host: 'electron', path: electron.path, notes: [] };
  }
  const notes = [`not in Electron: ${electron.missing}`];
  if ('path' in browser) {
    return { host: 'browser', path: browser.path, notes };
  }
  return { host: 'server', notes: [...notes, `not in a browser: ${browser.missing}; no window is opened`] };
}
