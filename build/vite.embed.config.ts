/**
 * Bundles the embedded page apart from the kiosk's: what they have in common stands in both, and neither loads what the
 * other needs. Read by Vite in Node.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import kiosk from './vite.renderer.config.ts';

const page = fileURLToPath(new URL('../renderer/embed.html', import.meta.url));

/** Where the block ends that begins at this brace. */
function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    depth += css[at] === '{' ? 1 : css[at] === '}' ? -1 : 0;
    if (depth === 0) {
      return at + 1;
    }
  }
  throw new Error('a block of a style sheet does not end');
}

/** Takes out what is for one orientation alone. */
function withoutOrientation(css: string): string {
  const found = /@media[^{]*\(orientation:[^{]*/.exec(css);
  if (found === null) {
    return css;
  }
  const end = endOfBlock(css, found.index + found[0].length);
  return css.slice(0, found.index) + withoutOrientation(css.slice(end));
}

/**
 * The page is as high as what is in it, so that the height of its window says nothing: rules for an orientation would
 * come and go with it, and lengths of its shorter side are those of its width.
 */
function followWidthAlone(): Plugin {
  return {
    name: 'pravesh-follow-width-alone',
    enforce: 'pre',
    transform: {
      filter: { id: /\/renderer\/.*\.css$/ },
      handler: (code) => ({ code: withoutOrientation(code).replace(/(\d)vmin\b/g, '$1vw'), map: null }),
    },
  };
}

export default defineConfig({
  ...kiosk,
  plugins: [followWidthAlone()],
  build: {
    ...kiosk.build,
    // It stands beside the kiosk's page, which is written first.
    emptyOutDir: false,
    rolldownOptions: { ...kiosk.build?.rolldownOptions, input: { embed: page } },
  },
});
