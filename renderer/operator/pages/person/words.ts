/**
 * The words of the page for a person who asks what is kept of them, or wants it gone.
 * Runs in the operator face.
 */
import { defineWords } from '../../words.ts';

export const personWords = defineWords(
  {
    intro:
      'Somebody asks what the log holds of them, or wants it gone. Ask for their number, and let them show that it is theirs.',
    who: 'Whose entries',
    number: 'Mobile number',
    'wrong-number': 'A mobile number has ten digits.',
    name: 'Name (may be empty)',
    'name-hint': 'With a name, only what was given under this name and number is erased.',
    'wrong-name': 'This is not a name.',
    look: 'Look',
    held: { one: 'One entry holds something of this number.', other: '{count} entries hold something of this number.' },
    more: 'The newest {count} entries of this number; there are more.',
    none: 'Nothing is kept of this number.',
    entry: 'Entry {seq}, {at}',
    erase: 'Erase what is kept …',
    'erase-title': 'Erase what the log keeps of this person?',
    'erase-text':
      'Name, number and what connects them to the entries go for good, from the roster too. The entries stay, without the person, so that the proofs hold.',
    reason: 'Why',
    'reason-hint': 'Stays in the log for good: name nobody, and no number.',
    'wrong-reason': 'A few words that name nobody and hold no number.',
    override: 'Also what the rules keep longer',
    'override-hint': 'The log keeps that the rule was passed over, and by whom.',
    'erase-now': 'Erase for good',
    erased: { one: 'One entry was erased.', other: '{count} entries were erased.' },
    'erased-none': 'No entry was erased.',
    roster: { one: 'One person was taken out of the roster.', other: '{count} persons were taken out of the roster.' },
    kept: 'Entry {seq} stays until {day}: {rule}.',
    'kept-open': 'Entry {seq} stays: its date is not known yet ({rule}).',
    another: 'Another person',
  },
  {
    intro: 'कोई पूछता है कि लॉग में उसका क्या रखा है, या उसे हटवाना चाहता है। उससे नंबर पूछें, और देख लें कि नंबर उसी का है।',
    who: 'किसकी प्रविष्टियाँ',
    number: 'मोबाइल नंबर',
    'wrong-number': 'मोबाइल नंबर दस अंकों का होता है।',
    name: 'नाम (खाली छोड़ सकते हैं)',
    'name-hint': 'नाम देने पर केवल इसी नाम और नंबर से दिया गया मिटाया जाता है।',
    'wrong-name': 'यह नाम नहीं है।',
    look: 'देखें',
    held: {
      one: 'एक प्रविष्टि में इस नंबर का कुछ रखा है।',
      other: '{count} प्रविष्टियों में इस नंबर का कुछ रखा है।',
    },
    more: 'इस नंबर की सबसे नई {count} प्रविष्टियाँ; और भी हैं।',
    none: 'इस नंबर का कुछ नहीं रखा है।',
    entry: 'प्रविष्टि {seq}, {at}',
    erase: 'जो रखा है उसे मिटाएँ …',
    'erase-title': 'लॉग में इस व्यक्ति का जो रखा है उसे मिटाएँ?',
    'erase-text':
      'नाम, नंबर और उन्हें प्रविष्टियों से जोड़ने वाली हर चीज़ हमेशा के लिए मिट जाती है, कर्मचारी सूची से भी। प्रविष्टियाँ व्यक्ति के बिना बनी रहती हैं, ताकि प्रमाण सही रहें।',
    reason: 'कारण',
    'reason-hint': 'यह लॉग में हमेशा रहता है: किसी का नाम या नंबर न लिखें।',
    'wrong-reason': 'कुछ शब्द, जिनमें किसी का नाम या नंबर न हो।',
    override: 'वह भी जिसे नियम अधिक समय रखते हैं',
    'override-hint': 'लॉग में दर्ज रहता है कि नियम से हटकर किया गया, और किसने किया।',
    'erase-now': 'हमेशा के लिए मिटाएँ',
    erased: { one: 'एक प्रविष्टि मिटाई गई।', other: '{count} प्रविष्टियाँ मिटाई गईं।' },
    'erased-none': 'कोई प्रविष्टि नहीं मिटाई गई।',
    roster: {
      one: 'एक व्यक्ति कर्मचारी सूची से हटाया गया।',
      other: '{count} व्यक्ति कर्मचारी सूची से हटाए गए।',
    },
    kept: 'प्रविष्टि {seq} {day} तक रहेगी: {rule}।',
    'kept-open': 'प्रविष्टि {seq} रहेगी: उसकी तारीख अभी ज्ञात नहीं ({rule})।',
    another: 'कोई और व्यक्ति',
  },
);
