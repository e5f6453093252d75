/**
 * `npm test -- [options of Vitest]`: everything, from the format to the end-to-end tests in a real browser.
 * Runs in the Node of the machine, before anything is installed.
 */
import { enter } from './support/enter.mjs';

enter('test', () => import('./support/tests.mjs').then(({ checkAndTest }) => checkAndTest(process.argv.slice(2))));
