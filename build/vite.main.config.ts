/**
 * Bundles the Node side: the CLI and the Electron main process, as ES modules that share their chunks.
 * Dependencies stay in node_modules. Read by Vite in Node.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  envDir: false,
  publicDir: false,
  build: {
    outDir: 'dist/main',
    emptyOutDir: true,
    ssr: true,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      input: {
        pravesh: `${root}main/cli/pravesh.ts`,
        'export-worker': `${root}main/cli/export-worker.ts`,
        'verify-worker': `${root}main/cli/verify-worker.ts`,
        electron: `${root}main/electron/main.ts`,
      },
      external: ['electron'],
      // Side by side, so that import.meta.dirname is the same folder in every file.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
