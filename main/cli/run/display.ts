/**
 * Whether this process can show a window.
 * Runs in Node, for the CLI.
 */

/** Windows and macOS always have a display; elsewhere X11 or Wayland name theirs in the environment. */
export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}
