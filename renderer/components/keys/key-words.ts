/**
 * The words on the on-screen keys, from the catalogue of the moment.
 * Runs in the face.
 */
import type { Say } from '../../i18n/catalog.ts';
import type { KeyboardLabels, NumberPadLabels } from '../keyboard/labels.ts';

/** The words of the text keyboard. */
export function keyboardLabels(say: Say): KeyboardLabels {
  return {
    keyboard: say('keys.keyboard'),
    backspace: say('keys.backspace'),
    space: say('keys.space'),
    done: say('keys.next'),
    shift: say('keys.shift'),
    latin: say('keys.latin'),
    script: say('keys.script'),
    more: say('keys.more'),
  };
}

/** The words of the number pad. */
export function padLabels(say: Say): NumberPadLabels {
  return { pad: say('keys.pad'), backspace: say('keys.backspace'), clear: say('keys.clear') };
}
