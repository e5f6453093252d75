/**
 * `npm run bench`: measures the built program against its goals.
 * Runs in the Node of the machine, before anything is installed.
 */
import { enter } from './support/enter.mjs';

enter('bench', () => import('./support/tests.mjs').then(({ bench }) => bench(process.argv.slice(2))));
