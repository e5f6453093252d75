/**
 * The words of "Use my own phone", apart from the catalogues: only a venue that offers it fetches them.
 * Runs in the face.
 */
import type { Locale } from '../../../main/contract/public.ts';
import { useSpeech } from '../../components/face-context.ts';

const en = {
  offer: 'Use my own phone',
  title: 'Go on with your own phone',
  asked: 'One moment, the code is being made.',
  scan: 'Point the camera of your phone at this code.',
  open: 'Open the page that the phone shows.',
  answer: 'Answer there. The result appears here.',
  code: 'QR code: it opens this visit on your phone',
  here: 'Go on here instead',
  openedTitle: 'Go on with your phone',
  openedText: 'The page is open on your phone. When you are done there, the result appears here.',
  expiredTitle: 'This code has expired',
  expiredText: 'It works for two minutes. Take a new one, or go on here.',
  endedTitle: 'Nothing was decided on the phone',
  endedText: 'Take a new code, go on here, or see the reception.',
  failedTitle: 'This does not work at the moment',
  failedText: 'Please go on here.',
  again: 'New code',
} as const;

export type PhoneWord = keyof typeof en;

const hi: Readonly<Record<PhoneWord, string>> = {
  offer: 'अपने फ़ोन से करें',
  title: 'अपने फ़ोन पर आगे बढ़ें',
  asked: 'एक क्षण, कोड बन रहा है।',
  scan: 'अपने फ़ोन का कैमरा इस कोड के सामने रखें।',
  open: 'फ़ोन जो पेज दिखाए, उसे खोलें।',
  answer: 'वहाँ जवाब दें। नतीजा यहाँ दिखेगा।',
  code: 'QR कोड: यह इस जाँच को आपके फ़ोन पर खोलता है',
  here: 'यहीं पर करें',
  openedTitle: 'अब अपने फ़ोन पर आगे बढ़ें',
  openedText: 'पेज आपके फ़ोन पर खुल गया है। वहाँ पूरा होते ही नतीजा यहाँ दिखेगा।',
  expiredTitle: 'इस कोड का समय समाप्त हो गया',
  expiredText: 'यह दो मिनट तक चलता है। नया कोड लें या यहीं पर करें।',
  endedTitle: 'फ़ोन पर कोई निर्णय नहीं हुआ',
  endedText: 'नया कोड लें, यहीं पर करें या रिसेप्शन पर जाएँ।',
  failedTitle: 'यह अभी नहीं हो सकता',
  failedText: 'कृपया यहीं पर करें।',
  again: 'नया कोड',
};

/** The words of one language. */
export function phoneWordsOf(locale: Locale): Readonly<Record<PhoneWord, string>> {
  return locale === 'hi' ? hi : en;
}

/** The words in the language of the moment; the component follows when it changes. */
export function usePhoneWords(): Readonly<Record<PhoneWord, string>> {
  return phoneWordsOf(useSpeech().locale);
}
