/** Bundles the measurements as the program itself is bundled: they measure what runs. Read by Vite in Node. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root,
  envDir: false,
  publicDir: false,
  build: {
    outDir: 'dist/bench',
    emptyOutDir: true,
    ssr: true,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      input: { bench: `${root}test/bench/bench.ts`, 'hash-lines': `${root}test/bench/hash-lines.ts` },
      output: { entryFileNames: '[name].js' },
    },
  },
});
