/**
 * Bundles the page of staff apart from that of visitors: what they have in common stands in both, so that a kiosk loads
 * nothing that the desk alone needs. Read by Vite in Node.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import kiosk from './vite.renderer.config.ts';

const page = fileURLToPath(new URL('../renderer/operator.html', import.meta.url));

/**
 * uPlot asks Intl for the browser's language as soon as it is loaded, and a browser on a machine with the locale "C"
 * calls its language "en-US@posix", which Intl throws at. The desk writes its numbers itself.
 */
function makeChartsLoad(): Plugin {
  const asked = 'new Intl.NumberFormat(domEnv ? nav.language : ';
  return {
    name: 'pravesh-make-charts-load',
    transform: {
      filter: { id: /\/uplot\/.*\.js$/ },
      handler(code) {
        if (!code.includes(asked)) {
          throw new Error('uPlot has changed how it asks for the language: see vite.operator.config.ts');
        }
        return { code: code.replace(asked, 'new Intl.NumberFormat('), map: null };
      },
    },
  };
}

export default defineConfig({
  ...kiosk,
  plugins: [makeChartsLoad()],
  build: {
    ...kiosk.build,
    // It stands beside the kiosk's page, which is written first.
    emptyOutDir: false,
    rolldownOptions: { ...kiosk.build?.rolldownOptions, input: { operator: page } },
  },
});
