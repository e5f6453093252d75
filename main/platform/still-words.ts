/**
 * The words of the face's own screen "Out of order", by language: the still page has nothing of the face but these.
 * Runs in Node and in Electron's main process.
 */
import type { Locale } from '../contract/public.ts';

/** What the page says in one language; `{place}` and `{phone}` are filled in. */
export interface StillWords {
  readonly title: string;
  readonly text: string;
  readonly where: string;
  readonly phone: string;
}

/** All languages of the face. */
export const stillWords = {
  en: {
    title: 'Out of order',
    text: 'This machine cannot be used at the moment. Please go to the reception.',
    where: 'Where: {place}',
    phone: 'Phone: {phone}',
  },
  hi: {
    title: 'मशीन बंद है',
    text: 'यह मशीन अभी काम नहीं कर रही है। कृपया रिसेप्शन पर जाएँ।',
    where: 'कहाँ: {place}',
    phone: 'फ़ोन: {phone}',
  },
  mr: {
    title: 'यंत्र बंद आहे',
    text: 'हे यंत्र सध्या वापरता येत नाही. कृपया स्वागतकक्षात जा.',
    where: 'कोठे: {place}',
    phone: 'फोन: {phone}',
  },
  ml: {
    title: 'യന്ത്രം പ്രവർത്തിക്കുന്നില്ല',
    text: 'ഈ യന്ത്രം ഇപ്പോൾ ഉപയോഗിക്കാനാവില്ല. ദയവായി റിസപ്ഷനിലേക്കു പോകുക.',
    where: 'എവിടെ: {place}',
    phone: 'ഫോൺ: {phone}',
  },
  pa: {
    title: 'ਮਸ਼ੀਨ ਬੰਦ ਹੈ',
    text: 'ਇਹ ਮਸ਼ੀਨ ਇਸ ਵੇਲੇ ਨਹੀਂ ਵਰਤੀ ਜਾ ਸਕਦੀ। ਕਿਰਪਾ ਕਰਕੇ ਰਿਸੈਪਸ਼ਨ ਉੱਤੇ ਜਾਓ।',
    where: 'ਕਿੱਥੇ: {place}',
    phone: 'ਫ਼ੋਨ: {phone}',
  },
  te: {
    title: 'యంత్రం పనిచేయడం లేదు',
    text: 'ఈ యంత్రాన్ని ప్రస్తుతం వాడలేరు. దయచేసి రిసెప్షన్‌కు వెళ్లండి.',
    where: 'ఎక్కడ: {place}',
    phone: 'ఫోన్: {phone}',
  },
  gu: {
    title: 'મશીન બંધ છે',
    text: 'આ મશીન હમણાં વાપરી શકાતું નથી. કૃપા કરી રિસેપ્શન પર જાઓ.',
    where: 'ક્યાં: {place}',
    phone: 'ફોન: {phone}',
  },
  as: {
    title: 'যন্ত্ৰ বন্ধ আছে',
    text: 'এই যন্ত্ৰ এতিয়া ব্যৱহাৰ কৰিব নোৱাৰি। অনুগ্ৰহ কৰি ৰিচেপচনলৈ যাওক।',
    where: 'ক’ত: {place}',
    phone: 'ফোন: {phone}',
  },
  bn: {
    title: 'যন্ত্র বন্ধ আছে',
    text: 'এই যন্ত্র এখন ব্যবহার করা যাবে না। অনুগ্রহ করে রিসেপশনে যান।',
    where: 'কোথায়: {place}',
    phone: 'ফোন: {phone}',
  },
  kn: {
    title: 'ಯಂತ್ರ ಕೆಲಸ ಮಾಡುತ್ತಿಲ್ಲ',
    text: 'ಈ ಯಂತ್ರವನ್ನು ಈಗ ಬಳಸಲಾಗದು. ದಯವಿಟ್ಟು ಸ್ವಾಗತ ಕೇಂದ್ರಕ್ಕೆ ಹೋಗಿ.',
    where: 'ಎಲ್ಲಿ: {place}',
    phone: 'ಫೋನ್: {phone}',
  },
  or: {
    title: 'ଯନ୍ତ୍ର ବନ୍ଦ ଅଛି',
    text: 'ଏହି ଯନ୍ତ୍ର ଏବେ ବ୍ୟବହାର ହୋଇପାରିବ ନାହିଁ। ଦୟାକରି ରିସେପସନକୁ ଯାଆନ୍ତୁ।',
    where: 'କେଉଁଠି: {place}',
    phone: 'ଫୋନ: {phone}',
  },
  ta: {
    title: 'இயந்திரம் இயங்கவில்லை',
    text: 'இந்த இயந்திரத்தை இப்போது பயன்படுத்த முடியாது. வரவேற்பறைக்குச் செல்லவும்.',
    where: 'எங்கே: {place}',
    phone: 'தொலைபேசி: {phone}',
  },
} as const satisfies Partial<Record<Locale, StillWords>>;
