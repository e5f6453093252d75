/**
 * A double of Electron's `contextBridge`: what is exposed is copied and frozen, functions become proxies that copy
 * what goes in and out, and promises resolve to copies.
 */

/** Names in the page's own world. */
export type World = Record<string, unknown>;

/** Copies a value from one world to the other. Throws at what cannot cross. */
function cross(value: unknown): unknown {
  if (typeof value === 'symbol') {
    throw new TypeError('An object could not be cloned.');
  }
  if (typeof value === 'function') {
    return (...args: unknown[]) => cross(Reflect.apply(value, undefined, args.map(cross)));
  }
  if (value instanceof Promise) {
    return value.then(cross);
  }
  if (Array.isArray(value)) {
    return value.map(cross);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cross(inner)]));
  }
  return value;
}

/** Builds the bridge into a world. */
export function buildContextBridgeDouble(world: World): { exposeInMainWorld(key: string, api: unknown): void } {
  return {
    exposeInMainWorld(key, api) {
      if (Object.hasOwn(world, key)) {
        throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`);
      }
      world[key] = Object.freeze(cross(api));
    },
  };
}
