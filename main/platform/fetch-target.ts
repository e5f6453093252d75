/**
 * Where a request goes: an address in the parts that undici asks for.
 * Runs in every Node host.
 */

export interface Target {
  readonly origin: string;
  /** With the query. */
  readonly path: string;
}

/** Takes an address apart. Throws Node's TypeError (ERR_INVALID_URL) where it is none. */
export type TargetOf = (url: string) => Target;

/** An upstream has four addresses: those of its calls, and that of its keys. */
const mostKept = 16;

/** Builds it; what it has taken apart it keeps, for each address is asked for in every visit. */
export function buildTargetOf(): TargetOf {
  const kept = new Map<string, Target>();
  return (url) => {
    const known = kept.get(url);
    if (known !== undefined) {
      return known;
    }
    const { origin, pathname, search } = new URL(url);
    const target = { origin, path: pathname + search };
    if (kept.size < mostKept) {
      kept.set(url, target);
    }
    return target;
  };
}
