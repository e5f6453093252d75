/**
 * The words of the export page.
 * Runs in the operator face.
 */
import type { ExportFault } from '../../../../main/contract/public.ts';
import { defineWords } from '../../words.ts';

type FaultWord = `fault-${ExportFault}`;

type PageWord =
  | 'title'
  | 'intro'
  | 'drive'
  | 'no-drive'
  | 'read-only'
  | 'free'
  | 'what'
  | 'all'
  | 'today'
  | 'range'
  | 'from'
  | 'to'
  | 'table'
  | 'reveal'
  | 'reveal-hint'
  | 'encrypt'
  | 'encrypt-hint'
  | 'start'
  | 'running'
  | 'left'
  | 'soon'
  | 'do-not-pull'
  | 'cancel'
  | 'finished'
  | 'safe'
  | 'entries'
  | 'path'
  | 'cancelled'
  | 'another'
  | 'wrong-from'
  | 'wrong-to'
  | 'wrong-recipient'
  | 'gone'
  | 'under-way';

export const exportWords = defineWords<PageWord | FaultWord>(
  {
    title: 'Export',
    intro: 'The entry log is written to a stick with all its proofs. Anybody can check it there, without a network.',
    drive: 'Where to',
    'no-drive': 'Plug in a USB stick. It appears here by itself.',
    'read-only': 'cannot be written',
    free: '{size} free',
    what: 'Which entries',
    all: 'All of them',
    today: 'Today',
    range: 'From one day to another',
    from: 'From',
    to: 'To',
    table: 'With a table for Excel or LibreOffice (entries.csv)',
    reveal: 'With what the log keeps of persons',
    'reveal-hint': 'Only for whoever may have it. That it was taken along stays in the log.',
    encrypt: 'Encrypt to (may be empty)',
    'encrypt-hint': 'Public keys of age, one a line, each beginning with age1. Only their owners can open the export.',
    start: 'Begin the export',
    running: 'The export is being written and read back',
    left: { one: 'about {count} minute left', other: 'about {count} minutes left' },
    soon: 'less than a minute left',
    'do-not-pull': 'Do not pull out the stick yet.',
    cancel: 'Cancel the export',
    finished: 'The export is complete.',
    safe: 'You can remove the stick now.',
    entries: 'Entries {first} to {last}, {size}.',
    path: 'On the stick: {path}',
    cancelled: 'The export was cancelled. Nothing of it is on the stick. You can remove it.',
    another: 'Another export',
    'wrong-from': 'This is not a day of the calendar.',
    'wrong-to': 'This is not a day of the calendar, or it lies before the other one.',
    'wrong-recipient': 'One of these is not a public key of age. Each begins with age1.',
    gone: 'This stick is not plugged in any more.',
    'under-way': 'An export is under way already. Wait for its end.',
    'fault-medium-full':
      'The stick is full. Nothing of this export stays on it. Free space on it, or take another one.',
    'fault-medium-read-only': 'The stick cannot be written. Look for a switch on it, or take another one.',
    'fault-medium-gone': 'The stick was pulled out too early. Plug it in and begin again.',
    'fault-medium-changed': 'What was read back is not what was written. Do not trust this stick; take another one.',
    'fault-not-allowed': 'This program may not write to the stick.',
    'fault-exists-already': 'The same export is on the stick already.',
    'fault-nothing-in-range': 'There is no entry in these days.',
    'fault-page-missing': 'A part of this program is missing. Tell whoever manages this terminal.',
    'fault-log-unreadable': 'The log could not be read to its end. Look at “Terminal” for what to do.',
    'fault-internal': 'The program made a mistake. Nothing of this export stays on the stick. Try again.',
  },
  {
    title: 'एक्सपोर्ट',
    intro: 'प्रवेश लॉग अपने सभी प्रमाणों के साथ पेन ड्राइव पर लिखा जाता है। वहाँ कोई भी बिना नेटवर्क के इसे जाँच सकता है।',
    drive: 'कहाँ',
    'no-drive': 'USB पेन ड्राइव लगाएँ। वह यहाँ अपने आप दिखेगी।',
    'read-only': 'इस पर लिखा नहीं जा सकता',
    free: '{size} खाली',
    what: 'कौन-सी प्रविष्टियाँ',
    all: 'सभी',
    today: 'आज की',
    range: 'एक दिन से दूसरे दिन तक',
    from: 'से',
    to: 'तक',
    table: 'Excel या LibreOffice के लिए तालिका भी (entries.csv)',
    reveal: 'लॉग में व्यक्तियों का जो रखा है वह भी',
    'reveal-hint': 'केवल उनके लिए जिन्हें इसकी अनुमति है। साथ ले जाना लॉग में दर्ज रहता है।',
    encrypt: 'इनके लिए एन्क्रिप्ट करें (खाली छोड़ सकते हैं)',
    'encrypt-hint': 'age की सार्वजनिक कुंजियाँ, हर पंक्ति में एक, age1 से शुरू। केवल उनके मालिक एक्सपोर्ट खोल सकेंगे।',
    start: 'एक्सपोर्ट शुरू करें',
    running: 'एक्सपोर्ट लिखा और वापस पढ़ा जा रहा है',
    left: { one: 'लगभग {count} मिनट बाकी', other: 'लगभग {count} मिनट बाकी' },
    soon: 'एक मिनट से कम बाकी',
    'do-not-pull': 'पेन ड्राइव अभी न निकालें।',
    cancel: 'एक्सपोर्ट रद्द करें',
    finished: 'एक्सपोर्ट पूरा हो गया।',
    safe: 'अब पेन ड्राइव निकाल सकते हैं।',
    entries: 'प्रविष्टि {first} से {last}, {size}।',
    path: 'पेन ड्राइव पर: {path}',
    cancelled: 'एक्सपोर्ट रद्द हुआ। पेन ड्राइव पर इसका कुछ नहीं है। उसे निकाल सकते हैं।',
    another: 'एक और एक्सपोर्ट',
    'wrong-from': 'यह कैलेंडर का दिन नहीं है।',
    'wrong-to': 'यह कैलेंडर का दिन नहीं है, या पहले वाले दिन से पहले का है।',
    'wrong-recipient': 'इनमें से कोई age की सार्वजनिक कुंजी नहीं है। हर कुंजी age1 से शुरू होती है।',
    gone: 'यह पेन ड्राइव अब नहीं लगी है।',
    'under-way': 'एक एक्सपोर्ट पहले से चल रहा है। उसके पूरा होने तक रुकें।',
    'fault-medium-full': 'पेन ड्राइव भर गई है। इस एक्सपोर्ट का उस पर कुछ नहीं रहा। जगह खाली करें या दूसरी लें।',
    'fault-medium-read-only': 'पेन ड्राइव पर लिखा नहीं जा सकता। उस पर कोई स्विच देखें, या दूसरी लें।',
    'fault-medium-gone': 'पेन ड्राइव बहुत जल्दी निकाल ली गई। फिर लगाएँ और दोबारा शुरू करें।',
    'fault-medium-changed': 'जो वापस पढ़ा गया वह लिखे हुए से अलग है। इस पेन ड्राइव पर भरोसा न करें; दूसरी लें।',
    'fault-not-allowed': 'यह प्रोग्राम इस पेन ड्राइव पर नहीं लिख सकता।',
    'fault-exists-already': 'यही एक्सपोर्ट पेन ड्राइव पर पहले से है।',
    'fault-nothing-in-range': 'इन दिनों में कोई प्रविष्टि नहीं है।',
    'fault-page-missing': 'इस प्रोग्राम का एक हिस्सा नहीं मिला। टर्मिनल के प्रभारी को बताएँ।',
    'fault-log-unreadable': 'लॉग अंत तक नहीं पढ़ा जा सका। क्या करना है, यह “टर्मिनल” में देखें।',
    'fault-internal': 'प्रोग्राम में गड़बड़ी हुई। इस एक्सपोर्ट का पेन ड्राइव पर कुछ नहीं रहा। फिर कोशिश करें।',
  },
);
