/**
 * What the embedded page says in Hindi.
 * Runs in the embedded page, loaded when somebody asks for it.
 */
import type { PageWords } from './en.ts';

export const hi: PageWords = {
  instead: {
    'common.done': 'बंद करें',
    'result.admittedTodo': 'आपको प्रवेश की अनुमति है। आप आगे बढ़ सकते हैं।',
    'failure.terminal': 'यह पेज अभी अपना काम नहीं कर पा रहा है।',
    'help.text': 'कृपया रिसेप्शन पर जाएँ। वहाँ इस पेज के बिना भी मदद मिल सकती है।',
    'order.title': 'अभी उपलब्ध नहीं',
    'order.text': 'यह पेज अभी काम नहीं कर रहा है। कृपया रिसेप्शन पर जाएँ।',
    'moment.text': 'यह पेज जल्द फिर तैयार हो जाएगा। अधिक समय लगे तो कृपया रिसेप्शन पर जाएँ।',
  },
  own: {
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
};
