/**
 * Bundles the page that verifies an export into one file: script and style stand in it, under a policy that allows
 * exactly these two and no network. Read by Vite in Node.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../renderer/verify', import.meta.url));

/** How a policy names what stands in the page. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Puts the one script and the one style into the page, and the policy before them. */
function inlineAll(): Plugin {
  return {
    name: 'pravesh-inline-all',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const page = files.find((file) => file.fileName.endsWith('.html'));
      const scripts = files.filter((file) => file.type === 'chunk');
      const styles = files.filter((file) => file.fileName.endsWith('.css'));
      const [script] = scripts;
      const [style] = styles;
      if (page?.type !== 'asset' || script === undefined || style?.type !== 'asset' || files.length !== 3) {
        throw new Error(`the page must be one script and one style, not ${files.map((file) => file.fileName)}`);
      }
      // What ends a script in HTML stands in strings only, where the backslash changes nothing.
      const code = script.code.trim().replaceAll('</script', '<\\/script');
      const css = String(style.source).trim();
      const policy = `default-src 'none'; script-src ${hashOf(code)}; style-src ${hashOf(css)}; font-src data:; base-uri 'none'; form-action 'none'`;
      const bare = String(page.source)
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/, '');
      const head = `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    `;
      page.source = bare
        .replace('<meta name="viewport"', () => `${head}<meta name="viewport"`)
        .replace('</head>', () => `<style>${css}</style>\n  </head>`)
        .replace('</body>', () => `<script type="module">${code}</script>\n  </body>`);
      delete bundle[script.fileName];
      delete bundle[style.fileName];
    },
  };
}

export default defineConfig({
  root,
  envDir: false,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [inlineAll()],
  build: {
    outDir: '../../dist/renderer',
    // It stands beside the faces, which are written first.
    emptyOutDir: false,
    // Fonts stand in the style.
    assetsInlineLimit: 1024 * 1024,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { input: `${root}/verify.html`, output: { codeSplitting: false } },
  },
});
