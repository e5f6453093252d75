/**
 * `npm run -s pravesh -- <command>`: installs and builds what is missing, then runs the command.
 * Nothing but the command's own output goes to stdout.
 * Runs in the Node of the machine, before anything is installed.
 */
import { enter } from './support/enter.mjs';

enter('run', () => import('./support/pravesh.mjs').then(({ pravesh }) => pravesh(process.argv.slice(2))));
