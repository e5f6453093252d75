/**
 * `npm run build`: installs what is missing and builds when the sources have changed; `--force` builds anyway.
 * Runs in the Node of the machine, before anything is installed.
 */
import { enter } from './support/enter.mjs';

enter('build', () =>
  import('./support/prepare.mjs').then(async ({ prepare }) => {
    await prepare({ force: process.argv.includes('--force') });
    return 0;
  }),
);
