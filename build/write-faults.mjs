/**
 * `npm run faults:write`: writes the tables of docs/faults.md from what whole visits under faults come to.
 * Runs in the Node of the machine, before anything is installed.
 */
import { enter } from './support/enter.mjs';

enter('faults:write', () => import('./support/tests.mjs').then(({ writeFaults }) => writeFaults()));
