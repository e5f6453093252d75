/**
 * `npm run pictures`: takes the pictures of the documents from the running program.
 * Runs in the Node of the machine, before anything is installed.
 */
import { enter } from './support/enter.mjs';

enter('pictures', () => import('./support/tests.mjs').then(({ takePictures }) => takePictures()));
