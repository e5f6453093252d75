/**
 * `npm run soak`: runs the built program for hours, or for thousands of visits, and holds it against limits.
 * Runs in the Node of the machine, before anything is installed.
 */
import { enter } from './support/enter.mjs';

enter('soak', () => import('./support/tests.mjs').then(({ soak }) => soak(process.argv.slice(2))));
