/**
 * Bundles the preload into one CommonJS file: a sandboxed preload cannot load another. Read by Vite in Node.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  envDir: false,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    outDir: 'dist/main',
    // The files of vite.main.config.ts stand there already.
    emptyOutDir: false,
    ssr: true,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      input: { preload: `${root}main/electron/preload.ts` },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
