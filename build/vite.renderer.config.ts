/**
 * Bundles the faces for a strict Content-Security-Policy: nothing inline, no data: addresses, hashed names.
 * Read by Vite in Node.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../renderer', import.meta.url));

export default defineConfig({
  root,
  envDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { kiosk: `${root}/kiosk.html` },
      // The contract does nothing when it is loaded: a page takes of it what it uses.
      treeshake: { moduleSideEffects: [{ test: /\/main\/contract\//, sideEffects: false }] },
    },
  },
});
