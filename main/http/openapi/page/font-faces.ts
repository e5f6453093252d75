/**
 * The fonts of the product for the page of the API, as far as the renderer was built with them.
 * Runs in the HTTP host.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files as the bundler names them, with a hash at the end. */
const fontFile = /^noto-sans-(latin|devanagari-devanagari)-(400|600|700)-normal-[\w-]+\.woff2$/;

/** Writes the rules; none where there are no fonts, and the system's own are taken. */
export function writeFontFaces(rendererFolder: string): string {
  return namesIn(join(rendererFolder, 'assets'))
    .map((name) => [name, fontFile.exec(name)] as const)
    .flatMap(([name, found]) => {
      const family = found?.[1] === 'latin' ? 'Noto Sans' : 'Noto Sans Devanagari';
      return found === null
        ? []
        : [
            `@font-face { font-family: "${family}"; font-weight: ${found[2]}; font-display: swap; src: url("/assets/${name}") format("woff2"); }\n`,
          ];
    })
    .join('');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
