/**
 * `npm run check`: format and lint without warnings, types of every tsconfig, unit tests.
 * Runs in the Node of the machine, before anything is installed.
 */
import { enter } from './support/enter.mjs';

enter('check', () => import('./support/tests.mjs').then(({ checkAndTest }) => checkAndTest(['--project', 'unit'])));
