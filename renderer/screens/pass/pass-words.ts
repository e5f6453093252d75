/**
 * The words of passes, apart from the catalogues: only a venue that gives out passes fetches them.
 * Runs in the face.
 */
import type { Locale } from '../../../main/contract/public.ts';
import { useSpeech } from '../../components/face-context.ts';

const en = {
  hint: 'You have a pass? Hold it to the reader.',
  until: 'Your pass until {time}',
  code: 'QR code: your pass until {time}',
  keep: 'Take a photo of it with your phone. Next time hold it to the reader: no code is needed.',
  yours: 'Whoever shows it is let in, so show it to nobody else.',
  checking: 'Looking at your pass',
  title: 'This pass cannot be used here',
  todo: 'Please verify with a code.',
  verify: 'Verify with a code',
  staff: 'For staff: {reason}',
  'not-a-pass': 'what was read is no pass',
  'not-ours': 'it comes from a terminal that this one does not trust',
  'not-genuine': 'it was changed: its signature is wrong',
  expired: 'it has expired',
  'not-yet': 'it is dated ahead of this machine’s clock',
  revoked: 'it was revoked on this machine',
  'not-offered': 'passes are not taken here for its purpose',
  clock: 'the clock of this machine is wrong',
  'consent-outdated': 'the notice has changed since it was given out',
  'too-many-requests': 'too many passes were tried; it works again in a minute',
  other: 'it was not accepted',
} as const;

export type PassWord = keyof typeof en;

const hi: Readonly<Record<PassWord, string>> = {
  hint: 'पास है? उसे रीडर के सामने रखें।',
  until: 'आपका पास, {time} तक',
  code: 'QR कोड: आपका पास, {time} तक',
  keep: 'अपने फ़ोन से इसकी फ़ोटो ले लें। अगली बार इसे रीडर के सामने रखें, कोड नहीं लगेगा।',
  yours: 'जो भी इसे दिखाएगा, उसे प्रवेश मिल जाएगा। इसे किसी और को न दिखाएँ।',
  checking: 'आपका पास देखा जा रहा है',
  title: 'यह पास यहाँ नहीं चलेगा',
  todo: 'कृपया कोड से जाँच कराएँ।',
  verify: 'कोड से जाँच कराएँ',
  staff: 'कर्मचारियों के लिए: {reason}',
  'not-a-pass': 'जो पढ़ा गया, वह पास नहीं है',
  'not-ours': 'यह ऐसी मशीन का है, जिस पर यह मशीन भरोसा नहीं करती',
  'not-genuine': 'इसे बदला गया है: हस्ताक्षर सही नहीं है',
  expired: 'इसका समय समाप्त हो गया है',
  'not-yet': 'इसका समय इस मशीन की घड़ी से आगे है',
  revoked: 'इसे इस मशीन पर रद्द किया गया है',
  'not-offered': 'इस काम के लिए यहाँ पास नहीं चलता',
  clock: 'इस मशीन की घड़ी गलत है',
  'consent-outdated': 'इसके मिलने के बाद सूचना बदल गई है',
  'too-many-requests': 'बहुत सारे पास आज़माए गए; एक मिनट बाद फिर चलेगा',
  other: 'यह स्वीकार नहीं हुआ',
};

const mr: Readonly<Record<PassWord, string>> = {
  hint: 'पास आहे? तो रीडरसमोर धरा.',
  until: 'आपला पास, {time} पर्यंत',
  code: 'QR कोड: आपला पास, {time} पर्यंत',
  keep: 'आपल्या फोनने याचा फोटो काढा. पुढच्या वेळी तो रीडरसमोर धरा, कोड लागणार नाही.',
  yours: 'जो हा दाखवेल त्याला प्रवेश मिळेल, म्हणून तो इतर कोणालाही दाखवू नका.',
  checking: 'आपला पास पाहत आहोत',
  title: 'हा पास येथे चालत नाही',
  todo: 'कृपया कोडने पडताळणी करा.',
  verify: 'कोडने पडताळणी करा',
  staff: 'कर्मचाऱ्यांसाठी: {reason}',
  'not-a-pass': 'जे वाचले ते पास नाही',
  'not-ours': 'हा अशा यंत्राचा आहे ज्यावर हे यंत्र विश्वास ठेवत नाही',
  'not-genuine': 'तो बदलला आहे: त्याची स्वाक्षरी चुकीची आहे',
  expired: 'त्याची मुदत संपली आहे',
  'not-yet': 'त्याची वेळ या यंत्राच्या घड्याळाच्या पुढे आहे',
  revoked: 'तो या यंत्रावर रद्द केला आहे',
  'not-offered': 'या कामासाठी येथे पास चालत नाही',
  clock: 'या यंत्राचे घड्याळ चुकीचे आहे',
  'consent-outdated': 'तो दिल्यानंतर सूचना बदलली आहे',
  'too-many-requests': 'खूप पास वापरून पाहिले; एका मिनिटानंतर पुन्हा चालेल',
  other: 'तो स्वीकारला गेला नाही',
};

const words: Partial<Readonly<Record<Locale, Readonly<Record<PassWord, string>>>>> = { en, hi, mr };

/** Says a text, with a value for its gap where it has one. */
export type PassSay = (key: PassWord, value?: string) => string;

/** The words of one language; English where there are none. */
export function passWordsOf(locale: Locale): Readonly<Record<PassWord, string>> {
  return words[locale] ?? en;
}

/** The words in the language of the moment; the component follows when it changes. */
export function usePassWords(): PassSay {
  const words = passWordsOf(useSpeech().locale);
  return (key, value = '') => words[key].replace(/\{\w+\}/, () => value);
}

/** Why a pass does not hold, in words; `other` for a word of the core that this face does not know. */
export function reasonWord(reason: string): PassWord {
  return isWord(reason) && reasons.includes(reason) ? reason : 'other';
}

const reasons: readonly PassWord[] = [
  'not-a-pass',
  'not-ours',
  'not-genuine',
  'expired',
  'not-yet',
  'revoked',
  'not-offered',
  'clock',
  'consent-outdated',
  'too-many-requests',
];

function isWord(text: string): text is PassWord {
  return Object.hasOwn(en, text);
}
