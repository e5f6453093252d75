/**
 * Words of the embedded page: where those of the terminal speak of a machine or of a door, this page has its own, and
 * the few that only it says.
 * Runs in the embedded page.
 */
import type { Locale } from '../../main/contract/public.ts';
import type { Catalog, WordKey } from '../i18n/catalog.ts';

/** Said in place of the terminal's words. */
type Instead = { readonly [K in WordKey]?: Catalog[K] };

const en: Instead = {
  'common.done': 'Close',
  'result.admittedTodo': 'You are admitted. You can go on.',
  'failure.terminal': 'This page cannot do its work at the moment.',
  'help.text': 'Please go to the reception. They can help you without this page.',
  'order.title': 'Not available now',
  'order.text': 'This page cannot be used at the moment. Please go to the reception.',
  'moment.text': 'This page will be ready again soon. If it takes long, please go to the reception.',
};

const hi: Instead = {
  'common.done': 'बंद करें',
  'result.admittedTodo': 'आपको प्रवेश की अनुमति है। आप आगे बढ़ सकते हैं।',
  'failure.terminal': 'यह पेज अभी अपना काम नहीं कर पा रहा है।',
  'help.text': 'कृपया रिसेप्शन पर जाएँ। वहाँ इस पेज के बिना भी मदद मिल सकती है।',
  'order.title': 'अभी उपलब्ध नहीं',
  'order.text': 'यह पेज अभी काम नहीं कर रहा है। कृपया रिसेप्शन पर जाएँ।',
  'moment.text': 'यह पेज जल्द फिर तैयार हो जाएगा। अधिक समय लगे तो कृपया रिसेप्शन पर जाएँ।',
};

const mr: Instead = {
  'common.done': 'बंद करा',
  'result.admittedTodo': 'आपल्याला प्रवेशाची परवानगी आहे. आपण पुढे जाऊ शकता.',
  'failure.terminal': 'हे पान सध्या आपले काम करू शकत नाही.',
  'help.text': 'कृपया स्वागतकक्षात जा. तेथे या पानाशिवायही मदत मिळू शकते.',
  'order.title': 'सध्या उपलब्ध नाही',
  'order.text': 'हे पान सध्या वापरता येत नाही. कृपया स्वागतकक्षात जा.',
  'moment.text': 'हे पान लवकरच पुन्हा तयार होईल. जास्त वेळ लागल्यास कृपया स्वागतकक्षात जा.',
};

const insteads: Partial<Readonly<Record<Locale, Instead>>> = { en, hi, mr };

/** The catalogue of a language as this page speaks it. */
export function adaptCatalog(locale: Locale, catalog: Catalog): Catalog {
  return { ...catalog, ...insteads[locale] };
}

/** What only this page says. */
const own = {
  en: {
    left: 'This check has ended',
    leftText: 'What you typed is deleted. Nothing was decided.',
    again: 'Start again',
    finished: 'Finished',
    finishedText: 'You can close this page now.',
    finishedPhoneText: 'You can put your phone away, and go on at the screen at the entrance.',
    putAway: 'You can put your phone away: the screen at the entrance shows the result too.',
    overPhone: 'This link does not work any longer',
    overPhoneText: 'It works once, and for a short time. The terminal shows you a new one.',
    overParty: 'This page cannot be used',
    overPartyText: 'The page that you came from asks for something that is not offered here. Please tell its people.',
  },
  hi: {
    left: 'यह जाँच समाप्त हो गई',
    leftText: 'आपका लिखा हुआ मिटा दिया गया है। कोई निर्णय नहीं हुआ।',
    again: 'फिर से शुरू करें',
    finished: 'पूरा हुआ',
    finishedText: 'अब आप यह पेज बंद कर सकते हैं।',
    finishedPhoneText: 'अब आप अपना फ़ोन रख सकते हैं और प्रवेश पर लगी स्क्रीन पर आगे बढ़ सकते हैं।',
    putAway: 'अब आप अपना फ़ोन रख सकते हैं: नतीजा प्रवेश पर लगी स्क्रीन पर भी दिख रहा है।',
    overPhone: 'यह लिंक अब काम नहीं करता',
    overPhoneText: 'यह एक ही बार और थोड़े समय के लिए काम करता है। मशीन आपको नया लिंक दिखाएगी।',
    overParty: 'इस पेज का उपयोग नहीं हो सकता',
    overPartyText: 'आप जिस पेज से आए हैं, वह ऐसी चीज़ माँगता है जो यहाँ नहीं मिलती। कृपया उन्हें बताएँ।',
  },
  mr: {
    left: 'ही तपासणी संपली आहे',
    leftText: 'आपण लिहिलेले पुसले आहे. कोणताही निर्णय झालेला नाही.',
    again: 'पुन्हा सुरू करा',
    finished: 'पूर्ण झाले',
    finishedText: 'आता आपण हे पान बंद करू शकता.',
    finishedPhoneText: 'आता आपण आपला फोन ठेवू शकता आणि प्रवेशद्वारावरील स्क्रीनवर पुढे जाऊ शकता.',
    putAway: 'आता आपण आपला फोन ठेवू शकता: निकाल प्रवेशद्वारावरील स्क्रीनवरही दिसत आहे.',
    overPhone: 'ही लिंक आता चालत नाही',
    overPhoneText: 'ती एकदाच आणि थोड्या वेळेसाठी चालते. यंत्र आपल्याला नवी लिंक दाखवेल.',
    overParty: 'हे पान वापरता येत नाही',
    overPartyText: 'आपण ज्या पानावरून आलात ते येथे नसलेली गोष्ट मागते. कृपया त्यांना सांगा.',
  },
} as const;

/** The key of a text of this page alone. */
export type OwnWord = keyof (typeof own)['en'];

/** Says it; in English where the language has none. */
export function sayOwn(locale: Locale, word: OwnWord): string {
  return (isOwnLocale(locale) ? own[locale] : own.en)[word];
}

function isOwnLocale(locale: Locale): locale is keyof typeof own {
  return locale in own;
}
