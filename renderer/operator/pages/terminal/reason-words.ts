/**
 * Why the terminal is out of order, and who ends that, in words.
 * Runs in the operator face.
 */
import type { Health } from '../../../../main/contract/public.ts';
import { defineWords } from '../../words.ts';

export const reasonWords = defineWords(
  {
    'log-unavailable': 'The entry log cannot be written. Check the disk; the terminal tries again by itself.',
    'log-damaged':
      'The file of the entry log is damaged. On this machine run “pravesh doctor --repair”: it puts back the newest good backup and every entry since then that can be read.',
    'disk-low':
      'The disk is nearly full. Free space on it; the terminal then serves again by itself. An export is still possible.',
    'clock-wrong':
      'Date or time of this machine is wrong: the verification service says another. Set both; the terminal then serves again by itself.',
    'upstream-forbidden':
      'The verification service refuses this terminal again and again. Put the key in the configuration right (upstream.apiKey). Every half hour the terminal tries one visit.',
    'upstream-signature-invalid':
      'Answers of the verification service are not signed as they should be. Check the network, the clock and upstream.jwks in the configuration. Every half hour the terminal tries one visit.',
    crashes: 'The program has crashed again and again. It tries by itself; save the report for whoever helps you.',
    'out-of-order': 'This terminal is out of order.',
    fault: 'A fault has taken this terminal out of order. When it is mended, put it back into service.',
  },
  {
    'log-unavailable': 'प्रवेश लॉग नहीं लिखा जा रहा। डिस्क जाँचें; टर्मिनल स्वयं फिर कोशिश करता रहेगा।',
    'log-damaged':
      'प्रवेश लॉग की फ़ाइल ख़राब हो गई है। इस मशीन पर “pravesh doctor --repair” चलाएँ: वह सबसे नया ठीक बैकअप और उसके बाद की पढ़ी जा सकने वाली हर प्रविष्टि वापस रखता है।',
    'disk-low': 'डिस्क लगभग भर गई है। जगह खाली करें; टर्मिनल फिर स्वयं चालू हो जाएगा। निर्यात अब भी हो सकता है।',
    'clock-wrong': 'इस मशीन की तारीख या समय गलत है: सत्यापन सेवा कुछ और बताती है। दोनों ठीक करें; टर्मिनल फिर स्वयं चालू हो जाएगा।',
    'upstream-forbidden':
      'सत्यापन सेवा इस टर्मिनल को बार-बार अस्वीकार कर रही है। कॉन्फ़िगरेशन की कुंजी (upstream.apiKey) ठीक करें। हर आधे घंटे में टर्मिनल एक बार कोशिश करता है।',
    'upstream-signature-invalid':
      'सत्यापन सेवा के उत्तरों के हस्ताक्षर सही नहीं हैं। नेटवर्क, घड़ी और कॉन्फ़िगरेशन में upstream.jwks जाँचें। हर आधे घंटे में टर्मिनल एक बार कोशिश करता है।',
    crashes: 'प्रोग्राम बार-बार बंद हो गया। वह स्वयं फिर कोशिश करता है; सहायता करने वाले के लिए रिपोर्ट सहेजें।',
    'out-of-order': 'इस टर्मिनल की सेवा बंद है।',
    fault: 'किसी खराबी से इस टर्मिनल की सेवा बंद हुई है। ठीक हो जाने पर सेवा फिर शुरू करें।',
  },
);

type ReasonWord = keyof typeof reasonWords.en;

/** The word for the reason of a terminal that is out of order. */
export function wordOfReason({ reason }: Pick<Health, 'reason'>): ReasonWord {
  const known = Object.keys(reasonWords.en).filter(isReasonWord);
  return known.find((word) => word === reason) ?? 'fault';
}

function isReasonWord(word: string): word is ReasonWord {
  return word in reasonWords.en;
}

/** What ends by itself as soon as it is mended: no word of staff can end it before. */
const endsByItself: readonly string[] = ['log-unavailable', 'log-damaged', 'disk-low', 'clock-wrong'];

/** Whether staff can put the terminal back into service. */
export function canResume({ state, reason }: Pick<Health, 'state' | 'reason'>): boolean {
  return state === 'out-of-order' && !endsByItself.includes(reason ?? '');
}
