/**
 * `npm start -- [options]`: installs and builds what is missing, then runs the kiosk (`pravesh run [options]`).
 * Runs in the Node of the machine, before anything is installed.
 */
import { enter } from './support/enter.mjs';

enter('start', () => import('./support/pravesh.mjs').then(({ pravesh }) => pravesh(['run', ...process.argv.slice(2)])));
