/**
 * How a browser is started as a kiosk: fullscreen, knowing nothing of yesterday, speaking to this machine alone.
 * Runs in Node, for the CLI; pure.
 */

/** What a browser would do by itself and a kiosk must not. */
const disabledFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'Translate',
];

const flags = [
  '--kiosk',
  '--no-first-run',
  '--no-default-browser-check',
  // Nobody zooms, swipes back or is asked anything; sounds need no touch before.
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--autoplay-policy=no-user-gesture-required',
  '--noerrdialogs',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--disable-search-engine-choice-screen',
  '--disable-extensions',
  '--disable-translate',
  // The keyring would ask for a password.
  '--password-store=basic',
  // No traffic but to this machine: nothing is fetched in the background, no name resolves, no proxy is asked.
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  `--disable-features=${disabledFeatures.join(',')}`,
  // The page's address is handed over in silence, and the browser ends with us: see devtools-pipe.ts.
  '--remote-debugging-pipe',
];

export interface FlagOptions {
  readonly executable: string;
  /** The folder of this one run. */
  readonly profile: string;
  readonly platform: NodeJS.Platform;
  /** More flags, separated by spaces; for tests only (PRAVESH_TEST_BROWSER_FLAGS). */
  readonly testFlags?: string | undefined;
}

/** The whole command line, without the address: that would show the launch token in the list of processes. */
export function browserFlags({ executable, profile, platform, testFlags = '' }: FlagOptions): string[] {
  return [
    ...flags,
    // Nothing of a visit is written to a disk, even while the profile lives.
    /edge/i.test(executable) ? '--inprivate' : '--incognito',
    // The voices of a Linux system come through its speech dispatcher, which Chromium asks only when told to.
    ...(platform === 'linux' ? ['--ozone-platform-hint=auto', '--enable-speech-dispatcher'] : []),
    `--user-data-dir=${profile}`,
    ...testFlags.split(' ').filter((flag) => flag !== ''),
    'about:blank',
  ];
}

/** The environment of the browser: ours without our own variables and secrets, and without what npm adds. */
export function browserEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(PRAVESH_|NODE_|npm_)/i.test(name)));
}
