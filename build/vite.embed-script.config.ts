/**
 * Bundles the script that other systems load to embed the page: one file under a name that stays. Read by Vite in Node.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../renderer/embed-script', import.meta.url));

export default defineConfig({
  root,
  envDir: false,
  publicDir: false,
  build: {
    outDir: '../../dist/renderer',
    // It stands beside the faces, which are written first.
    emptyOutDir: false,
    target: 'es2022',
    rolldownOptions: {
      input: { embed: `${root}/pravesh-verify.ts` },
      output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});
