/**
 * The health of the terminal in words: what each thing that is looked at is called, and what to do about it.
 * Runs in the operator face.
 */
import type { HealthCheck } from '../../../main/contract/public.ts';
import { defineWords, type Say } from '../words.ts';

/** The things that the core looks at, by the names it gives them. */
const known = ['log', 'disk', 'upstream', 'clock'] as const;
type Known = (typeof known)[number];

export const healthWords = defineWords(
  {
    'in-service': 'All is well',
    impaired: 'Serves, but not well',
    'out-of-order': 'Out of order',
    log: 'Entry log',
    disk: 'Disk',
    upstream: 'Verification service',
    clock: 'Clock',
    'log-bad': 'The entry log cannot be written.',
    'disk-bad': 'The disk is nearly full.',
    'upstream-bad': 'The verification service cannot be used.',
    'clock-bad': 'Date or time of this machine is wrong.',
    'log-todo': 'Check the disk, then return the terminal to service under “Terminal”.',
    'disk-todo': 'Free space on this disk.',
    'upstream-todo': 'Check the network of this terminal. Until then decide by hand.',
    'clock-todo': 'Set date and time of this machine.',
    well: 'Well',
    staffStopped: 'Staff have taken the terminal out of order. Return it to service under “Terminal”.',
    details: 'Health of the terminal',
  },
  {
    'in-service': 'सब ठीक है',
    impaired: 'चल रहा है, पर पूरी तरह ठीक नहीं',
    'out-of-order': 'सेवा में नहीं',
    log: 'प्रवेश लॉग',
    disk: 'डिस्क',
    upstream: 'सत्यापन सेवा',
    clock: 'घड़ी',
    'log-bad': 'प्रवेश लॉग नहीं लिखा जा रहा।',
    'disk-bad': 'डिस्क लगभग भर गई है।',
    'upstream-bad': 'सत्यापन सेवा काम नहीं कर रही।',
    'clock-bad': 'इस मशीन की तारीख या समय गलत है।',
    'log-todo': 'डिस्क जाँचें, फिर “टर्मिनल” में टर्मिनल को सेवा में वापस लाएँ।',
    'disk-todo': 'इस डिस्क पर जगह खाली करें।',
    'upstream-todo': 'इस टर्मिनल का नेटवर्क जाँचें। तब तक स्वयं निर्णय दर्ज करें।',
    'clock-todo': 'इस मशीन की तारीख और समय ठीक करें।',
    well: 'ठीक',
    staffStopped: 'कर्मचारियों ने टर्मिनल को सेवा से हटाया है। “टर्मिनल” में इसे सेवा में वापस लाएँ।',
    details: 'टर्मिनल की स्थिति',
  },
);

export type HealthSay = Say<keyof (typeof healthWords)['en']>;

function isKnown(name: string): name is Known {
  return known.some((one) => one === name);
}

/** What a thing is called; one that the page does not know keeps the core's own word. */
export function nameOfCheck(check: HealthCheck, say: HealthSay): string {
  return isKnown(check.name) ? say(check.name) : check.name;
}

/** What is wrong with it and what to do, in one or two sentences; undefined when it is well. */
export function troubleOf(check: HealthCheck, say: HealthSay): string | undefined {
  if (check.ok) {
    return undefined;
  }
  return isKnown(check.name)
    ? `${say(`${check.name}-bad`)} ${say(`${check.name}-todo`)}`
    : [`${check.detail}.`, check.todo].filter((part) => part !== undefined).join(' ');
}
