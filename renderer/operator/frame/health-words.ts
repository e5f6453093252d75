/**
 * The health of the terminal in words: what each thing that is looked at is called, and what to do about it.
 * Runs in the operator face. The core speaks English; what it says is looked up here by its words.
 */
import type { HealthCheck } from '../../../main/contract/public.ts';
import { defineWords, type Say } from '../words.ts';

export const healthWords = defineWords(
  {
    'in-service': 'All is well',
    'look-at': 'Serves; please look',
    impaired: 'Serves, but not well',
    'out-of-order': 'Out of order',
    log: 'Entry log',
    disk: 'Disk',
    upstream: 'Verification service',
    clock: 'Clock',
    operators: 'Operators',
    webhooks: 'Events for other systems',
    gate: 'Gate',
    voices: 'Voices',
    'voices-missing':
      'A visitor asked to be read to, and this machine has no voice for the language. Help them yourself; the installer adds it.',
    heartbeat: 'Heartbeat',
    well: 'Well',
    stopped: 'Visitors are not served. Return the terminal to service under “Terminal”.',
    'log-bad': 'cannot be written. Check the disk, then return the terminal to service under “Terminal”.',
    'disk-full': 'nearly full. Free space on it.',
    'upstream-silent': 'does not answer. Check the network of this terminal, and decide by hand until then.',
    'upstream-refuses': 'refuses this terminal. The key in the configuration (upstream.apiKey) must be put right.',
    'clock-wrong': 'date or time of this machine is wrong. Set both.',
    'pins-unsound': 'PINs cannot be checked on this machine: use another build of the program. Visitors are served.',
    'operators-none': 'there is none. Start the terminal again and make the first one within 15 minutes.',
    'operators-out': 'somebody is locked out. A manager gives them a new PIN under “Operators”.',
    'code-missing': 'there is no recovery code. Make one under “Operators” and keep it on paper.',
    'heartbeat-silent': 'is not taken. Tell whoever watches this terminal from elsewhere. Visitors are served.',
  },
  {
    'in-service': 'सब ठीक है',
    'look-at': 'चल रहा है; कृपया देखें',
    impaired: 'चल रहा है, पर पूरी तरह ठीक नहीं',
    'out-of-order': 'सेवा में नहीं',
    log: 'प्रवेश लॉग',
    disk: 'डिस्क',
    upstream: 'सत्यापन सेवा',
    clock: 'घड़ी',
    operators: 'ऑपरेटर',
    webhooks: 'दूसरी प्रणालियों के लिए सूचनाएँ',
    gate: 'गेट',
    voices: 'आवाज़ें',
    'voices-missing':
      'किसी ने सुनकर भरना चाहा, पर इस मशीन में उस भाषा की आवाज़ नहीं है। स्वयं मदद करें; आवाज़ मशीन लगाने वाला जोड़ेगा।',
    heartbeat: 'हार्टबीट',
    well: 'ठीक',
    stopped: 'आगंतुकों का काम बंद है। “टर्मिनल” में टर्मिनल को सेवा में वापस लाएँ।',
    'log-bad': 'नहीं लिखा जा रहा। डिस्क जाँचें, फिर “टर्मिनल” में टर्मिनल को सेवा में वापस लाएँ।',
    'disk-full': 'लगभग भर गई है। इस पर जगह खाली करें।',
    'upstream-silent': 'उत्तर नहीं दे रही। इस टर्मिनल का नेटवर्क जाँचें, तब तक स्वयं निर्णय दर्ज करें।',
    'upstream-refuses': 'इस टर्मिनल को स्वीकार नहीं कर रही। कॉन्फ़िगरेशन की कुंजी (upstream.apiKey) ठीक करनी होगी।',
    'clock-wrong': 'इस मशीन की तारीख या समय गलत है। दोनों ठीक करें।',
    'pins-unsound': 'इस मशीन पर PIN जाँचे नहीं जा सकते: प्रोग्राम का दूसरा संस्करण लगाएँ। आगंतुकों का काम चल रहा है।',
    'operators-none': 'कोई नहीं है। टर्मिनल फिर चालू करें और 15 मिनट के भीतर पहला ऑपरेटर बनाएँ।',
    'operators-out': 'किसी पर ताला लगा है। प्रबंधक “ऑपरेटर” में उन्हें नया PIN दें।',
    'code-missing': 'रिकवरी कोड नहीं है। “ऑपरेटर” में एक बनाएँ और काग़ज़ पर रखें।',
    'heartbeat-silent': 'नहीं पहुँच रही। जो दूर से इस टर्मिनल पर नज़र रखते हैं उन्हें बताएँ। आगंतुकों का काम चल रहा है।',
  },
);

type HealthWord = keyof typeof healthWords.en;
export type HealthSay = Say<HealthWord>;

/** The things that the core looks at, by the names it gives them. */
const known = ['log', 'disk', 'upstream', 'clock', 'operators', 'webhooks', 'gate', 'heartbeat', 'voices'] as const;

/** What the core says is to be done, and the words for it. */
const todos: ReadonlyMap<string, HealthWord> = new Map([
  ['Free space on this disk.', 'disk-full'],
  ['Check the network of this terminal.', 'upstream-silent'],
  ['Check upstream.apiKey.', 'upstream-refuses'],
  ['Set date and time of this machine.', 'clock-wrong'],
  [
    'PINs cannot be checked on this machine: use another build of the program. Visitors are served all the same.',
    'pins-unsound',
  ],
  ['Add an operator: pravesh operator add, or start again and open the door within 15 minutes.', 'operators-none'],
  ['A manager gives a new PIN to whoever is locked out.', 'operators-out'],
  ['Make a recovery code and keep it on paper.', 'code-missing'],
  ['Install a voice for this language on this machine.', 'voices-missing'],
  ['Look at health.heartbeat.url and at its receiver. The next beat is sent by itself.', 'heartbeat-silent'],
]);

/** What a thing is called; one that the page does not know keeps the core's own word. */
export function nameOfCheck({ name }: HealthCheck, say: HealthSay): string {
  const word = known.find((one) => one === name);
  return word === undefined ? name : say(word);
}

/** What is wrong with it and what to do; undefined when it is well. What the page does not know stays as the core said it. */
export function troubleOf({ name, ok, detail, todo }: HealthCheck, say: HealthSay): string | undefined {
  if (ok) {
    return undefined;
  }
  const word = todos.get(todo ?? '') ?? (name === 'log' ? 'log-bad' : undefined);
  return word === undefined ? [detail, todo].filter((part) => part !== undefined).join('. ') : say(word);
}
