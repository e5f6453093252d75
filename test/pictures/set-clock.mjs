/**
 * Loaded before the program whose pictures are taken: its wall clock runs as long ahead of the machine's as the file that
 * PRAVESH_PICTURE_CLOCK names says, in milliseconds. So a whole day can be played in a minute. For pictures only.
 */
import { readFileSync } from 'node:fs';

const file = process.env.PRAVESH_PICTURE_CLOCK ?? '';
const MachineDate = Date;

globalThis.Date = class extends MachineDate {
  constructor(...given) {
    super(...(given.length === 0 ? [Date.now()] : given));
  }

  static now() {
    return MachineDate.now() + Number(readFileSync(file, 'utf8'));
  }
};
