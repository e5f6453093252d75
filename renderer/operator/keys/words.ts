/**
 * The words on the on-screen keys of the desk.
 * Runs in the operator face.
 */
import { defineWords } from '../words.ts';

export const keyWords = defineWords(
  {
    keyboard: 'Keyboard',
    digits: 'Digits',
    pad: 'Number pad',
    backspace: 'Delete',
    clear: 'Clear',
    space: 'Space',
    done: 'Done',
    shift: 'Capital letters',
    latin: 'ABC: English letters',
    script: 'अआइ: Hindi letters',
    more: 'क्ष त्र: more letters',
  },
  {
    keyboard: 'कीबोर्ड',
    digits: 'अंक',
    pad: 'अंक पैड',
    backspace: 'मिटाएँ',
    clear: 'साफ़ करें',
    space: 'खाली जगह',
    done: 'हो गया',
    shift: 'बड़े अक्षर',
    latin: 'ABC: अंग्रेज़ी अक्षर',
    script: 'अआइ: हिन्दी अक्षर',
    more: 'क्ष त्र: और अक्षर',
  },
);
