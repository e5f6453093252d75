/**
 * The words of "Use my own phone" in Hindi.
 * Runs in the face.
 */
import type { PhoneWords } from './en.ts';

export const hi: PhoneWords = {
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
