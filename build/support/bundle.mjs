/**
 * Runs Vite over its seven configurations: `bundle.mjs PREFIX` writes the folders PREFIXmain and PREFIXrenderer.
 * Runs in the Node of the npm package `node`, after installing.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'vite';

const configurations = dirname(dirname(fileURLToPath(import.meta.url)));
const prefix = process.argv[2];

// What the shell says must not turn this into a build for development.
process.env.NODE_ENV = 'production';

function bundle(name, folder) {
  return build({
    configFile: join(configurations, `vite.${name}.config.ts`),
    configLoader: 'native',
    logLevel: 'warn',
    build: { outDir: `${prefix}${folder}` },
  });
}

async function bundleAll() {
  await bundle('main', 'main');
  // Its one file stands beside those of main, which are written first.
  await bundle('preload', 'main');
  await bundle('renderer', 'renderer');
  // The page of staff beside that of visitors, which is written first.
  await bundle('operator', 'renderer');
  // The page that others embed, and the script that puts it there.
  await bundle('embed', 'renderer');
  await bundle('embed-script', 'renderer');
  // One file beside the faces, which are written first.
  await bundle('verify', 'renderer');
}

if (prefix === undefined) {
  process.stderr.write('usage: bundle.mjs PREFIX\n');
  process.exitCode = 2;
} else {
  await bundleAll().catch((error) => {
    process.stderr.write(`${stripVTControlCharacters(error.message)}\n`);
    process.exitCode = 1;
  });
}
