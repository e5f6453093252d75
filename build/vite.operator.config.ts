/**
 * Bundles the page of staff apart from that of visitors: what they have in common stands in both, so that a kiosk loads
 * nothing that the desk alone needs. Read by Vite in Node.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import kiosk from './vite.renderer.config.ts';

const page = fileURLToPath(new URL('../renderer/operator.html', import.meta.url));

export default defineConfig({
  ...kiosk,
  build: {
    ...kiosk.build,
    // It stands beside the kiosk's page, which is written first.
    emptyOutDir: false,
    rolldownOptions: { ...kiosk.build?.rolldownOptions, input: { operator: page } },
  },
});
